"""What an import did, for a terminal and as a page that stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from local_catalog.importing.findings import Finding, Outcome
from local_catalog.types import CatalogError, CatalogInfo

_TOLD = {
    Outcome.REJECTED: "Rejected: the rows are not in the catalog",
    Outcome.MENDED: "Mended: the values were put right",
    Outcome.KEPT: "Kept: worth a look",
}


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts are of rows of the source; `info` is None where nothing was written."""

    source: str
    target: Path
    store: str
    info: CatalogInfo | None
    rows: int
    skipped: int
    """Left out by the rules of the mapping."""
    repeated: int
    """The same product again."""
    rejected: int
    products: int
    new: int
    """Products that the catalog did not have before."""
    gone: int
    """Products that the catalog had before."""
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    rejects: Path | None
    """The file of rejected rows."""

    def text(self) -> str:
        """For a terminal, without a line end at its end."""
        lines = [self.headline(), f"  {self._counts()}"]
        lines.extend(f"  note: {note}" for note in self.notes)
        for outcome in Outcome:
            found = [finding for finding in self.findings if finding.outcome is outcome]
            if found:
                lines.append(_TOLD[outcome])
                for finding in found:
                    lines.append(f"  {finding.count:>8,}  {finding.check}")
                    lines.extend(f"            row {example.row}: {example.text}" for example in finding.examples)
        if self.rejects is not None:
            lines.append(f"Rejected rows with their reasons: {self.rejects}")
        return "\n".join(_without_controls(line) for line in lines)

    def html(self) -> str:
        """A page without any file beside it."""
        page = Environment(
            loader=PackageLoader("local_catalog.importing", "."), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        ).get_template("report.html.jinja")  # fmt: skip
        groups = [(told, [f for f in self.findings if f.outcome is outcome]) for outcome, told in _TOLD.items()]
        return page.render(report=self, groups=groups)

    def write_html(self, path: Path) -> None:
        """Write the page. Raises CatalogError."""
        try:
            path.write_text(self.html(), "utf-8", errors="replace")
        except OSError as error:
            raise CatalogError(f"{path}: cannot be written ({error.strerror}); choose another place") from error

    def headline(self) -> str:
        """In one line what was done."""
        if self.info is None:
            return f"{self.target}: nothing was written; {self.rejected:,} rows of {self.source} are not right"
        return f"{self.target}: {self.products:,} products of {self.source}, version {self.info.version}"

    def _counts(self) -> str:
        counts = (
            (self.rows, "rows read"), (self.skipped, "left out by the mapping"), (self.repeated, "repeated"),
            (self.rejected, "rejected"), (self.new, "new"), (self.gone, "gone"),
        )  # fmt: skip
        return ", ".join(f"{many:,} {what}" for many, what in counts if many or what == "rows read")


class ImportRefusedError(CatalogError):
    """Nothing was written: the data is not fit, and the report tells why."""

    def __init__(self, message: str, report: ImportReport) -> None:
        super().__init__(message)
        self.report = report


def _without_controls(line: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in line)
