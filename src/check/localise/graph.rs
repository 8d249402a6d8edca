//! The relations of a form, cut into blocks that share no cell. Built once per edition, from its equations.

use crate::form::{Cell, EquationLine, Form};

/// A cell within its block.
pub(super) type Local = u16;

/// The violated set is one word.
const MOST_RELATIONS: usize = 64;
/// The form's cells lie in one to three relations.
const MOST_TOUCHES: usize = 8;

/// A relation that a cell lies in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Touch {
    /// The relation's number within the block.
    pub(crate) relation: u8,
    /// 1 on the left, −1 on the right.
    pub(crate) sign: i64,
}

/// A cell that a relation adds up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub(crate) cell: Local,
    /// 1 on the left, −1 on the right.
    pub(crate) sign: i64,
}

/// One equation: the sum of `sign · value` over its terms is zero.
#[derive(Debug)]
pub(super) struct Relation {
    /// Position in `Form::equations`.
    pub(crate) equation: usize,
    pub(crate) line: EquationLine,
    pub(crate) terms: Vec<Term>,
    /// Where the equation says "this cell is the sum of those": this cell.
    pub(crate) total: Option<Local>,
}

/// Where a cell stands, and what it takes part in.
#[derive(Debug)]
pub(super) struct Place {
    pub(crate) cell: Cell,
    /// Its row in the table.
    pub(crate) row: usize,
    pub(crate) touches: Vec<Touch>,
    /// The relations as bits.
    pub(crate) mask: u64,
    /// Is it the sum of others?
    pub(crate) is_total: bool,
}

/// A connected component of the relation graph.
#[derive(Debug)]
pub(super) struct Graph {
    /// The table's id, or the equation's place where a table falls into several blocks.
    pub(crate) name: Box<str>,
    pub(crate) table: usize,
    pub(crate) places: Vec<Place>,
    pub(crate) relations: Vec<Relation>,
    /// The block's rows in the order of the form: row of the table, and a cell for each of `columns`.
    pub(crate) rows: Vec<Vec<Option<Local>>>,
    /// The ids of all rows of the table.
    pub(crate) row_ids: Vec<Box<str>>,
    /// For each row of `rows`: the relations its cells lie in.
    pub(crate) row_masks: Vec<u64>,
    /// For each column of the table: the relations that add it up.
    pub(crate) column_masks: Vec<u64>,
    /// The relations that add up a row.
    pub(crate) across: u64,
    /// Sets of relations of which a cell lies in one at most: k changes settle at most k of each.
    pub(crate) exclusive: Vec<u64>,
}

impl Graph {
    /// All relations as bits.
    pub(super) fn all(&self) -> u64 {
        (0..self.relations.len()).fold(0, |mask, relation| mask | bit(relation))
    }

    pub(super) fn place(&self, cell: Local) -> Option<&Place> {
        self.places.get(usize::from(cell))
    }

    pub(super) fn touches(&self, cell: Local) -> &[Touch] {
        self.place(cell).map_or(&[], |place| &place.touches)
    }

    pub(super) fn relation(&self, relation: u8) -> Option<&Relation> {
        self.relations.get(usize::from(relation))
    }

    /// Every cell's number.
    pub(super) fn locals(&self) -> impl Iterator<Item = Local> + use<> {
        (0..self.places.len()).filter_map(|index| Local::try_from(index).ok())
    }
}

pub(super) fn bit(relation: usize) -> u64 {
    u32::try_from(relation).ok().and_then(|shift| 1_u64.checked_shl(shift)).unwrap_or(0)
}

/// The relations of a mask.
pub(super) fn bits(mut mask: u64) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let lowest = u8::try_from(mask.trailing_zeros()).ok().filter(|_| mask != 0)?;
        mask &= mask - 1;
        Some(lowest)
    })
}

/// The blocks of a form, in the order of its equations. A block with more relations than a word has bits is left out.
pub(super) fn blocks(form: &Form) -> Vec<Graph> {
    let components = components(form);
    let alone = |table: usize| components.iter().filter(|set| table_of(form, set) == Some(table)).count() == 1;
    components.iter().filter_map(|set| build(form, set, table_of(form, set).is_some_and(alone))).collect()
}

fn table_of(form: &Form, equations: &[usize]) -> Option<usize> {
    equations.first().and_then(|&index| form.equations.get(index)).map(|equation| equation.table)
}

/// Sets of equations that are linked by shared cells.
fn components(form: &Form) -> Vec<Vec<usize>> {
    let mut sets: Vec<(Vec<usize>, Vec<Cell>)> = Vec::new();
    for (index, equation) in form.equations.iter().enumerate() {
        let own: Vec<Cell> = equation.cells().collect();
        let (linked, apart): (Vec<_>, Vec<_>) =
            sets.into_iter().partition(|(_, cells)| own.iter().any(|cell| cells.contains(cell)));
        let mut merged = (vec![index], own);
        for (equations, cells) in linked {
            merged.0.extend(equations);
            merged.1.extend(cells);
        }
        merged.0.sort_unstable();
        sets = apart;
        sets.push(merged);
    }
    let mut sets: Vec<Vec<usize>> = sets.into_iter().map(|(equations, _)| equations).collect();
    sets.sort();
    sets
}

fn build(form: &Form, equations: &[usize], alone: bool) -> Option<Graph> {
    if equations.len() > MOST_RELATIONS {
        return None;
    }
    let table = table_of(form, equations)?;
    let first = form.equations.get(*equations.first()?)?;
    let mut graph = Graph {
        name: if alone { form.tables.get(table)?.id.clone() } else { first.place.clone() },
        table,
        places: places(form, equations),
        relations: Vec::new(),
        rows: Vec::new(),
        row_ids: form.tables.get(table)?.rows.iter().map(|row| row.id.clone()).collect(),
        row_masks: Vec::new(),
        column_masks: vec![0; form.tables.get(table)?.columns.len()],
        across: 0,
        exclusive: Vec::new(),
    };
    for &index in equations {
        add_relation(form, &mut graph, index)?;
    }
    add_rows(form, &mut graph);
    graph.exclusive = exclusive(form, &graph);
    graph.places.iter().all(|place| place.touches.len() <= MOST_TOUCHES).then_some(graph)
}

/// The cells of the equations, in the form's order.
fn places(form: &Form, equations: &[usize]) -> Vec<Place> {
    let mut cells: Vec<Cell> =
        equations.iter().filter_map(|&index| form.equations.get(index)).flat_map(|equation| equation.cells()).collect();
    cells.sort_unstable();
    cells.dedup();
    let place = |cell: Cell| {
        let spec = form.spec(cell)?;
        Some(Place { cell, row: spec.row, touches: Vec::new(), mask: 0, is_total: false })
    };
    cells.into_iter().filter_map(place).collect()
}

fn add_relation(form: &Form, graph: &mut Graph, index: usize) -> Option<()> {
    let equation = form.equations.get(index)?;
    let number = u8::try_from(graph.relations.len()).ok()?;
    let mut relation = Relation { equation: index, line: equation.line, terms: Vec::new(), total: None };
    for (sign, side) in [(1, &equation.left), (-1, &equation.right)] {
        for cell in side {
            let local = graph.places.binary_search_by_key(cell, |place| place.cell).ok()?;
            let place = graph.places.get_mut(local)?;
            place.touches.push(Touch { relation: number, sign });
            place.mask |= bit(usize::from(number));
            let local = Local::try_from(local).ok()?;
            relation.terms.push(Term { cell: local, sign });
            if sign == 1 && equation.left.len() == 1 {
                relation.total = Some(local);
                place.is_total = true;
            }
        }
    }
    match relation.line {
        EquationLine::Row(_) => graph.across |= bit(usize::from(number)),
        EquationLine::Column(column) => {
            if let Some(mask) = graph.column_masks.get_mut(column) {
                *mask |= bit(usize::from(number));
            }
        }
    }
    graph.relations.push(relation);
    Some(())
}

fn add_rows(form: &Form, graph: &mut Graph) {
    let Some(table) = form.tables.get(graph.table) else { return };
    for row in 0..table.rows.len() {
        let cells: Vec<Option<Local>> = (0..table.columns.len())
            .map(|column| {
                let cell = table.at(row, column)?;
                let found = graph.places.binary_search_by_key(&cell, |place| place.cell).ok()?;
                Local::try_from(found).ok()
            })
            .collect();
        if cells.iter().any(Option::is_some) {
            let masks = cells.iter().flatten().filter_map(|&cell| graph.place(cell)).map(|place| place.mask);
            graph.row_masks.push(masks.fold(0, |all, mask| all | mask));
            graph.rows.push(cells);
        }
    }
}

/// The equations of one rule never share a cell in the known forms; a rule where they do is left out.
fn exclusive(form: &Form, graph: &Graph) -> Vec<u64> {
    let mut sets: Vec<(&str, u64)> = Vec::new();
    for (number, relation) in graph.relations.iter().enumerate() {
        let Some(equation) = form.equations.get(relation.equation) else { continue };
        match sets.iter_mut().find(|(rule, _)| *rule == &*equation.rule) {
            Some((_, mask)) => *mask |= bit(number),
            None => sets.push((&equation.rule, bit(number))),
        }
    }
    let fits = |mask: u64| graph.places.iter().all(|place| (place.mask & mask).count_ones() <= 1);
    sets.into_iter().map(|(_, mask)| mask).filter(|&mask| fits(mask)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    #[test]
    fn the_form_falls_into_the_requests_and_three_groups_of_disputes() {
        let blocks = blocks(form::newest());
        let shape: Vec<(&str, usize, usize)> =
            blocks.iter().map(|block| (&*block.name, block.places.len(), block.relations.len())).collect();
        assert_eq!(
            shape,
            [
                ("requests", 175, 39),
                ("disputes/reconsideration", 5, 1),
                ("disputes/litigation_direct", 5, 1),
                ("disputes/litigation_after", 5, 1)
            ]
        );
        assert_eq!(blocks[0].exclusive.len(), 3);
        assert_eq!(blocks[0].rows.len(), 25);
    }

    #[test]
    fn every_cell_of_the_requests_has_a_syndrome_of_its_own() {
        let blocks = blocks(form::newest());
        let mut signatures: Vec<Vec<(u8, i64)>> = blocks[0]
            .places
            .iter()
            .map(|place| place.touches.iter().map(|touch| (touch.relation, touch.sign)).collect())
            .collect();
        signatures.sort();
        signatures.dedup();
        assert_eq!(signatures.len(), blocks[0].places.len());
    }

    #[test]
    fn bits_are_listed_from_the_lowest() {
        assert_eq!(bits(0b1010_0001).collect::<Vec<_>>(), [0, 5, 7]);
        assert_eq!(bits(0).count(), 0);
        assert_eq!(bits(1 << 63).collect::<Vec<_>>(), [63]);
    }
}
