"""Exports the tables of a directory of reports as Parquet and asks DuckDB the questions of questions.sql.

    python3 ask.py REPORTS OUT YEAR [YEAR …] [-- OPTION …]

Options are those of `gouji export` (--roster, --profile, --journal …); GOUJI names the program. Needs `pip install duckdb`.
"""

import os
import subprocess
import sys
from pathlib import Path

import duckdb

TABLES = ["reports", "cells", "findings"]


def main() -> None:
    arguments = sys.argv[1:]
    end = arguments.index("--") if "--" in arguments else len(arguments)
    given, options = arguments[:end], arguments[end + 1 :]
    if len(given) < 3:
        sys.exit(__doc__)
    reports, out, years = given[0], Path(given[1]), given[2:]
    out.mkdir(parents=True, exist_ok=True)
    for year in years:
        for table in TABLES:
            export(reports, out / f"{table}-{year}.parquet", table, year, options)
    ask(Path(__file__).with_name("questions.sql"), out)


def export(reports: str, to: Path, table: str, year: str, options: list[str]) -> None:
    """Writes a table; a file that is there is written anew, since reports may have changed."""
    gouji = os.environ.get("GOUJI", "gouji")
    command = [gouji, "export", reports, "--what", table, "--year", year, "--to", str(to), "--force", *options]
    code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if code != 0:
        sys.exit(f"{' '.join(command)}: exit code {code}")


def ask(questions: Path, out: Path) -> None:
    """Prints each question, as its comment puts it, and its answer."""
    os.chdir(out)
    connection = duckdb.connect()
    for question in questions.read_text(encoding="utf-8").split("\n\n"):
        said = [line.removeprefix("-- ") for line in question.splitlines() if line.startswith("-- ")]
        if all(line.startswith("-- ") for line in question.strip().splitlines()):
            continue
        answer = connection.sql(question)
        # A view answers nothing.
        if answer is None or any(line.startswith("create ") for line in question.splitlines()):
            continue
        print(" ".join(said))
        print("\t".join(answer.columns))
        for row in answer.fetchall():
            print("\t".join("" if value is None else str(value) for value in row))
        print()


if __name__ == "__main__":
    main()
