"""Checks reports with Spark, and then what takes all of them: see README.md.

    spark-submit check.py REPORTS OUT [--gouji PROGRAM] [--partitions N] [-- OPTION …]

REPORTS is whatever Spark reads lines from (a directory of *.ndjson, here or in HDFS); results are written to OUT by Spark,
the survey beside this process as `survey.json` (`--survey`). The program is on every node under the same
name. Options behind `--` are for both commands (--roster, --profile, --hints); files they name are on every node, too.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading

from pyspark import StorageLevel
from pyspark.sql import SparkSession


def check(program, options):
    """Of the lines of a part: its results, and then the lines of its digest."""

    def of_part(lines):
        with tempfile.TemporaryDirectory() as place:
            digests = os.path.join(place, "digests")
            command = [program, "check", "-", "--fail-on", "never", "--digests", digests, *options]
            # One thread each: it is the parts that run side by side.
            environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
            running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
            failed = []

            def feed():
                try:
                    with running.stdin as into:
                        for line in lines:
                            into.write(line.encode() + b"\n")
                except Exception as error:  # said below, by whoever Spark listens to
                    failed.append(error)

            # Beside reading: the program answers while more is sent.
            feeder = threading.Thread(target=feed, daemon=True)
            feeder.start()
            for line in running.stdout:
                yield "result", line.decode().rstrip("\n")
            feeder.join()
            code = running.wait()
            if failed or code != 0:
                raise RuntimeError(f"{program} ended with {code} {failed}: this part has no results")
            with open(digests, encoding="utf-8", newline="\n") as made:
                for line in made:
                    yield "digest", line.rstrip("\n")

    return of_part


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("reports")
    asked.add_argument("out")
    asked.add_argument("--gouji", default="gouji")
    asked.add_argument("--partitions", type=int, default=2)
    asked.add_argument("--survey", default="survey.json")
    # By hand: what stands behind `--` is the program's, not this one's.
    given = sys.argv[1:]
    end = given.index("--") if "--" in given else len(given)
    args, options = asked.parse_args(given[:end]), given[end + 1 :]

    session = SparkSession.builder.appName("gouji").getOrCreate()
    lines = session.sparkContext.textFile(args.reports, minPartitions=args.partitions)
    checked = lines.mapPartitions(check(args.gouji, options)).persist(StorageLevel.DISK_ONLY)
    checked.filter(lambda line: line[0] == "result").values().saveAsTextFile(args.out)

    # Part by part and in order, so that the digests of a part stay whole; never all of them in memory.
    with tempfile.TemporaryDirectory() as place:
        digests = os.path.join(place, "all.digests")
        with open(digests, "w", encoding="utf-8", newline="\n") as into:
            for kind, line in checked.toLocalIterator():
                if kind == "digest":
                    into.write(line + "\n")
        if os.path.getsize(digests) == 0:
            sys.exit(f"{args.reports}: nothing was read; in a locale that is not UTF-8 Java does not see files with Chinese names")
        unfinished = args.survey + ".unfinished"
        with open(unfinished, "wb") as into:
            command = [args.gouji, "survey", digests, "--fail-on", "never", "--format", "json", *options]
            subprocess.run(command, stdout=into, check=True)
        os.replace(unfinished, args.survey)
    session.stop()


if __name__ == "__main__":
    main()
