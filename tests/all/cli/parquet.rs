//! Tables as Parquet: other people's programs read from them what the same table says as JSON lines. Where they are not
//! installed, a test says that it is skipped.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::support::command::{Place, sample_data};

const TABLES: [&str; 5] = ["reports", "cells", "findings", "notes", "progress"];

fn python(needs: &str, script: &str, place: &Place, files: &[String]) -> Option<Value> {
    let mut python = Command::new("python3");
    if !python.args(["-c", &format!("import {needs}")]).output().is_ok_and(|output| output.status.success()) {
        println!("skipped: {needs} is not installed here");
        return None;
    }
    let files = files.iter().map(|file| place.path(file));
    let output = Command::new("python3").args(["-c", script]).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The sample reports as a table, in both formats.
fn written(place: &Place, table: &str) -> [String; 2] {
    let reports = sample_data().join("reports");
    let files = ["jsonl", "parquet"].map(|ending| format!("{table}.{ending}"));
    for to in &files {
        let dated = ["--what", table, "--to", to.as_str(), "--date", "2026-02-01"];
        let ran = place.run([&["export", reports.to_str().unwrap()], &dated[..]].concat());
        assert_eq!(ran.code, 0, "{to}: {}", ran.err);
    }
    files
}

#[test]
fn a_table_is_a_whole_file_and_is_never_replaced_unasked() {
    let place = Place::new();
    for table in TABLES {
        let [_, file] = written(&place, table);
        let bytes = fs::read(place.path(&file)).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"), "{file}");
    }
    let reports = sample_data().join("reports");
    let again = place.run(["export", reports.to_str().unwrap(), "--to", "cells.parquet"]);
    assert!(again.code == 2 && again.err.contains("已存在"), "{}", again.err);
    let summary = place.run(["summary", reports.to_str().unwrap(), "--to", "a.parquet"]);
    assert_eq!(summary.code, 2, "{}", summary.err);
}

#[test]
fn pyarrow_reads_row_for_row_what_the_json_lines_say() {
    let script = "import json, sys, decimal, datetime, pyarrow.parquet as pq\n\
        lines = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]\n\
        table = pq.read_table(sys.argv[2])\n\
        def plain(v):\n\
        \x20   if isinstance(v, decimal.Decimal): return float(v)\n\
        \x20   return v.isoformat() if isinstance(v, datetime.date) else v\n\
        rows = [{k: plain(v) for k, v in row.items()} for row in table.to_pylist()]\n\
        for row in rows:\n\
        \x20   for key in [k for k in row if k.endswith('_text')]:\n\
        \x20       text = row.pop(key)\n\
        \x20       if text is not None: row[key[:-5]] = text\n\
        def exact(v):\n\
        \x20   try: return float(v)\n\
        \x20   except ValueError: return v\n\
        for row in rows + lines:\n\
        \x20   if isinstance(row.get('value'), str): row['value'] = exact(row['value'])\n\
        key = lambda row: json.dumps({k: float(v) if isinstance(v, (int, float)) else v for k, v in row.items()}, sort_keys=True, ensure_ascii=False)\n\
        places = [((row['region'] or '').split('/'), row['agency']) for row in rows if 'region' in row]\n\
        group = pq.ParquetFile(sys.argv[2]).metadata\n\
        coded = group.num_row_groups == 0 or 'RLE_DICTIONARY' in group.row_group(0).column(table.schema.get_field_index('agency' if 'agency' in table.column_names else 'name')).encodings\n\
        print(json.dumps({'rows': len(rows), 'same': sorted(map(key, rows)) == sorted(map(key, lines)), 'sorted': places == sorted(places), 'coded': coded,\n\
        \x20   'types': {f.name: str(f.type) for f in table.schema}}))";
    let place = Place::new();
    for table in TABLES {
        let Some(read) = python("pyarrow", script, &place, &written(&place, table)) else { return };
        assert_eq!((&read["same"], &read["coded"]), (&Value::Bool(true), &Value::Bool(true)), "{table}: {read}");
        assert_eq!(read["sorted"], true, "{table}: rows of one place stand together");
        assert!(read["rows"].as_u64().unwrap() > 0 || table == "notes", "{table}");
        assert_eq!(read["types"]["year"], "int64", "{table}");
        if table == "cells" {
            assert_eq!(read["types"]["value"], "decimal128(18, 6)");
        }
        if table == "reports" {
            assert_eq!((&read["types"]["due"], &read["types"]["errors"]), (&"date32[day]".into(), &"int64".into()));
        }
    }
}

#[test]
fn duckdb_and_pandas_add_up_the_same_numbers() {
    let place = Place::new();
    let files = written(&place, "cells");
    let lines = fs::read_to_string(place.path(&files[0])).unwrap();
    let rows = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let of_new = rows.filter(|row| row["cell"] == "requests/new/total").map(|row| row["value"].as_f64().unwrap_or(0.0));
    let sum: f64 = of_new.sum();
    let duckdb = "import json, sys, duckdb\n\
        q = \"select sum(value) from read_parquet(?) where cell = 'requests/new/total'\"\n\
        print(json.dumps(float(duckdb.execute(q, [sys.argv[2]]).fetchone()[0])))";
    let pandas = "import json, sys, pandas as pd\n\
        cells = pd.read_parquet(sys.argv[2])\n\
        print(json.dumps(float(cells[cells['cell'] == 'requests/new/total']['value'].dropna().sum())))";
    for (needs, script) in [("duckdb", duckdb), ("pandas, pyarrow", pandas)] {
        if let Some(read) = python(needs, script, &place, &files) {
            assert!(sum > 0.0 && read.as_f64() == Some(sum), "{needs}: {read} {sum}");
        }
    }
}
