//! Cells by what their table, row and column are called on the form: `表三/本年新收/总计`.

use unicode_normalization::UnicodeNormalization;

use crate::words::Lang;

use super::{Cell, Form, Table};

impl Form {
    /// The cells of this name, in the form's order; several where it fits several. A row or column may be its id, and
    /// with a `*` at its end all that begin so, or stand in the group of that name.
    #[must_use]
    pub(crate) fn called(&self, name: &str) -> Vec<Cell> {
        let parts: Vec<&str> = name.split('/').map(str::trim).collect();
        let &[table, row, column] = parts.as_slice() else { return Vec::new() };
        let is_table = |one: &Table| {
            let names = [one.name(Lang::Zh), one.name(Lang::En), one.label.zh.to_string(), one.id.to_string()];
            names.iter().any(|name| plain(name) == plain(table))
        };
        let Some((at, table)) = self.tables.iter().enumerate().find(|(_, one)| is_table(one)) else {
            return Vec::new();
        };
        let rows = called(row, table.rows.len(), &|row| row_names(table, row), &|row| groups(table, row));
        let columns = called(column, table.columns.len(), &|column| column_names(table, column), &|_| Vec::new());
        let is_called = |cell: &Cell| {
            let spec = self.spec(*cell);
            spec.is_some_and(|spec| spec.table == at && rows.contains(&spec.row) && columns.contains(&spec.column))
        };
        self.cells().filter(is_called).collect()
    }
}

/// Names, as they are compared.
type Names<'a> = &'a dyn Fn(usize) -> Vec<String>;

/// Which of so many lines are called so: those with the name itself, else those whose names begin with it.
fn called(wanted: &str, count: usize, names: Names<'_>, groups: Names<'_>) -> Vec<usize> {
    let (name, is_open) = wanted.strip_suffix('*').map_or((wanted, false), |name| (name, true));
    let name = plain(name);
    let all = |fits: &dyn Fn(&String) -> bool, of: Names<'_>| -> Vec<usize> {
        (0..count).filter(|line| of(*line).iter().any(fits)).collect()
    };
    let begins = |known: &String| known.starts_with(&name);
    if is_open {
        let grouped = if name.is_empty() { Vec::new() } else { all(&|known| *known == name, groups) };
        return if grouped.is_empty() { all(&begins, names) } else { grouped };
    }
    let exact = all(&|known| *known == name, names);
    if exact.is_empty() && name.chars().nth(1).is_some() { all(&begins, names) } else { exact }
}

fn row_names(table: &Table, row: usize) -> Vec<String> {
    let Some(line) = table.rows.get(row) else { return Vec::new() };
    let label = &line.label;
    let labels = [&label.zh, &label.short, &label.en, &label.short_en, &line.id].into_iter().chain(&line.aliases);
    let named = [table.row_name(row, Lang::Zh), table.row_full_name(row, Lang::Zh), table.row_name(row, Lang::En)];
    labels.map(|name| plain(name)).chain(named.iter().map(|name| plain(name))).collect()
}

fn column_names(table: &Table, column: usize) -> Vec<String> {
    let Some(line) = table.columns.get(column) else { return Vec::new() };
    let label = &line.label;
    let labels = [&label.zh, &label.short, &label.en, &label.short_en, &line.id].into_iter().chain(&line.aliases);
    labels.map(|name| plain(name)).collect()
}

/// The groups that a row stands in, with and without their ordinals.
fn groups(table: &Table, row: usize) -> Vec<String> {
    let mut names = Vec::new();
    let mut group = table.rows.get(row).and_then(|row| row.group);
    while let Some(one) = group.and_then(|group| table.groups.get(group)) {
        for label in [&one.label.zh, &one.label.short, &one.label.en].into_iter().chain(&one.aliases) {
            names.push(plain(label));
            names.push(plain(label.split_once(['）', ')']).map_or(label, |(_, after)| after)));
        }
        group = one.parent;
    }
    names
}

/// NFKC, letters and digits only.
fn plain(name: &str) -> String {
    name.nfkc().filter(|c| c.is_alphanumeric() || *c == '.').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::form::newest;

    fn ids(name: &str) -> Vec<&'static str> {
        let form = newest();
        form.called(name).into_iter().map(|cell| form.id(cell)).collect()
    }

    #[test]
    fn a_cell_is_found_by_its_names_on_the_form() {
        for (name, id) in [
            ("表三/本年新收/总计", "requests/new/total"),
            ("表三/本年新收政府信息公开申请数量/自然人", "requests/new/natural"),
            ("表三/予以公开/总计", "requests/granted/total"),
            ("表三/（一）予以公开/总计", "requests/granted/total"),
            ("表三 / 结转下年度继续办理 / 总计", "requests/carried_out/total"),
            ("表二/行政规范性文件/现行有效件数", "disclosure/normative/in_force"),
            ("Table 4/reconsideration/total", "disputes/reconsideration/total"),
            ("表三/new/total", "requests/new/total"),
        ] {
            assert_eq!(ids(name), [id], "{name}");
        }
    }

    #[test]
    fn a_star_stands_for_a_group_or_for_all_that_begin_so() {
        assert_eq!(ids("表三/不予公开*/总计").len(), 8);
        assert_eq!(ids("表三/（三）不予公开*/总计").len(), 8);
        assert_eq!(ids("表三/本年新收/*").len(), 7);
        assert_eq!(ids("表三/没有这行/总计"), [""; 0]);
        assert_eq!(ids("表三/本年新收"), [""; 0]);
        assert_eq!(ids("表九/本年新收/总计"), [""; 0]);
    }
}
