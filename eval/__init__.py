"""Evaluation: gates that hold the scores on `../shared` above their floors."""
