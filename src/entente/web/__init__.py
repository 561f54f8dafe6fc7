"""The screening service: HTTP in the shapes that the field's tools already speak."""
