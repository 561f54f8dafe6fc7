"""A place in a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets into a text as it was published."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]

    def show(self, text: str) -> str:
        """The text, and a line of carets under the words the span covers."""
        return f"{text}\n{' ' * self.start}{'^' * (self.end - self.start)}"

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
