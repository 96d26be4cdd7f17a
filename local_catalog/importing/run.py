"""Imports a source into a catalog file: read, checked, mended, and written in one step or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from local_catalog import schema
from local_catalog.building import Article, CatalogWriter, StoreData
from local_catalog.building.groups import SEPARATOR
from local_catalog.building.store_data import bare, category_positions, of_catalog, of_folder
from local_catalog.building.writer import Progress
from local_catalog.importing.articles import ArticleMaker, RejectedError
from local_catalog.importing.columns import check_columns
from local_catalog.importing.findings import Findings, Outcome
from local_catalog.importing.mapping import Mapping, read_mapping
from local_catalog.importing.quality import check_all
from local_catalog.importing.readers import Table, open_source
from local_catalog.importing.rejects import Rejects
from local_catalog.importing.report import ImportRefusedError, ImportReport
from local_catalog.sources.toml_folder import read_store
from local_catalog.types import CatalogError, CatalogInfo

_TOLD_OF = {"aisle": "place", "stock": "stock", "gtin": "barcode"}
"""What shoppers would miss, by the column of the stage."""
_MOST_SHRINK = 2
"""A source with less than one in so many of the products there were is thought to be cut off."""


def import_catalog(
    source: str,
    mapping: Path,
    target: Path,
    *,
    now: datetime,
    today: date,
    store: Path | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import the products of `source` (a file, a folder of files, a database URL or an http(s) address) into `target`.

    `mapping` says what its columns are. `now` is the moment that the data is from; offers that ended before `today`
    are left out. The store itself (hours, departments, floor, policies, words) is read from the folder `store`, else
    kept from the catalog that `target` is, whose products keep their ids. Rows that are not right go to a file beside
    the target; with `strict` they keep all from being written (ImportRefusedError). `progress` is told the steps done
    and, if known, in all. Raises CatalogError; what was there stays then.
    """
    told = read_mapping(mapping)
    data = _store_data(told, target, store)
    with CatalogWriter(target, data) as writer, Rejects(target) as rejects:
        work = _Import(told, data, today, rejects, progress)
        with open_source(source, told.source) as table:
            check_columns(told, table)
            rejects.use_columns(table.columns)
            for _ in writer.stage.add(work.articles(table)):
                """The stage takes them in batches."""
        _places(writer, data)
        mapped = _mapped(told)
        check_all(writer.connection, work.findings, mapped)
        report = _report(work, writer, table, target, data, mapped)
        refusal = _refusal(report, told, writer.known(), strict=strict)
        if refusal is not None:
            kept = rejects.keep() if rejects.count else None
            raise ImportRefusedError(refusal, dataclasses.replace(report, rejects=kept))
        info = writer.finish(
            version=f"{today:%Y%m%d}-{writer.stage.digest(now)[:10]}", synced_at=now, progress=progress
        )
        return _done(report, info, rejects)


class _Import:
    """Goes through the records, counting."""

    def __init__(
        self, mapping: Mapping, data: StoreData, today: date, rejects: Rejects, progress: Progress | None
    ) -> None:
        self.findings = Findings()
        self.rows = 0
        self.skipped = 0
        self.repeated = 0
        titles = [title for path in data.positions for title in path.split(SEPARATOR)]
        titles += [str(row[2]) for row in data.tables["department"]]
        self._maker = ArticleMaker(mapping, data.currency, self.findings, today, titles)
        self._rejects = rejects
        self._progress = progress
        self._skus: set[int] = set()
        self._products: set[int] = set()
        """Hashes of 64 bits, to save the memory of the texts: two of a million are the same in one of some 37 million
        imports."""

    def articles(self, table: Table) -> Iterator[tuple[int | str, Article]]:
        """Those that are right, with the row each one came from."""
        every = 1000
        for record in table.records:
            self.rows += 1
            if self._progress is not None and self.rows % every == 0:
                self._progress(self.rows, table.total and 2 * table.total)
            if self._maker.skips(record.values):
                self.skipped += 1
                continue
            try:
                article = self._maker.article(record)
                if self._came_before(article, record.row):
                    continue
            except RejectedError as error:
                self.findings.add(error.check, Outcome.REJECTED, record.row, str(error))
                self._rejects.add(record.row, str(error), record.values)
                continue
            yield record.row, article
        self._skus.clear()
        self._products.clear()

    def _came_before(self, article: Article, row: int | str) -> bool:
        """Exports often list a product again for each category it is in; a SKU for something else is a mistake."""
        sku, product = hash(article.sku), hash((article.sku, article.name, article.price))
        if product in self._products:
            self.repeated += 1
            self.findings.add("the same product again", Outcome.KEPT, row, f"SKU {article.sku}: the first row counts")
            return True
        if sku in self._skus:
            raise RejectedError(
                "SKU twice", f"a row before has the SKU {article.sku} with another name or price; the first one counts"
            )
        self._skus.add(sku)
        self._products.add(product)
        return False


def _store_data(mapping: Mapping, target: Path, folder: Path | None) -> StoreData:
    if folder is not None:
        data = of_folder(read_store(folder, products=False))
        data = dataclasses.replace(data, positions=category_positions(target) if target.is_file() else {})
    elif target.is_file():
        data = of_catalog(target)
    elif mapping.currency is None:
        raise CatalogError('the mapping does not say the currency of the prices; add a line like `currency = "USD"`')
    else:
        data = bare(mapping.store, mapping.currency, (mapping.language,))
    if mapping.currency not in (None, data.currency):
        raise CatalogError(
            f"the mapping says that prices are in {mapping.currency}, but the store sells in {data.currency}; "
            "correct one of them"
        )
    return data


def _mapped(mapping: Mapping) -> set[str]:
    fields = mapping.fields
    told = {"aisle": fields.place or fields.aisle, "stock": fields.stock, "gtin": fields.gtin}
    return {column for column, spec in told.items() if spec is not None}


def _places(writer: CatalogWriter, data: StoreData) -> None:
    """What the floor plan has, for the checks."""
    writer.connection.execute("CREATE TABLE stage.place (aisle TEXT, bay TEXT, PRIMARY KEY (aisle, bay)) WITHOUT ROWID")
    aisle, bay = (list(schema.TABLES["fixture"].columns).index(name) for name in ("aisle", "bay"))
    places = {(row[aisle], row[bay] or "") for row in data.tables["fixture"] if row[aisle]}
    writer.connection.executemany("INSERT INTO stage.place VALUES (?, ?)", sorted(places))


def _report(
    work: _Import, writer: CatalogWriter, table: Table, target: Path, data: StoreData, mapped: set[str]
) -> ImportReport:
    products, new, gone = writer.counts()
    lacking = [what for column, what in _TOLD_OF.items() if column not in mapped]
    notes = table.notes + ((f"the mapping names no column for: {', '.join(lacking)}",) if lacking else ())
    return ImportReport(
        source=table.name, target=target, store=data.name, info=None, rows=work.rows, skipped=work.skipped,
        rejected=sum(f.count for f in work.findings.listed() if f.outcome is Outcome.REJECTED), products=products,
        new=new, gone=gone, repeated=work.repeated, findings=work.findings.listed(), notes=notes, rejects=None,
    )  # fmt: skip


def _refusal(report: ImportReport, mapping: Mapping, known: int, *, strict: bool) -> str | None:
    if report.products == 0:
        first = report.findings[0].examples[0].text if report.findings else "every row is left out by the mapping"
        return f"{report.source}: none of the {report.rows:,} rows is a product (the first: {first}); check the mapping"
    if strict and report.rejected:
        return f"{report.source}: {report.rejected:,} rows are not right, so nothing was written; correct them"
    if report.products * _MOST_SHRINK < known and not mapping.may_shrink:
        return (
            f"{report.source}: has {report.products:,} products where the catalog has {known:,}; is it cut off? "
            "If that is right, set `may_shrink = true` in the mapping"
        )
    return None


def _done(report: ImportReport, info: CatalogInfo, rejects: Rejects) -> ImportReport:
    return dataclasses.replace(report, info=info, products=info.products, rejects=rejects.keep())
