//! Reports that follow one template: said once for each report, not once for each two.

use std::collections::HashMap;

use super::index::Edge;

/// Reports whose section seems to follow one template, by their places in the list of sketches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateGroup {
    /// The section: one of [`SECTIONS`](super::SECTIONS).
    pub(crate) section: u8,
    /// The report that the others are like.
    pub leader: u32,
    /// The others, in order.
    pub members: Vec<u32>,
    /// How many agencies there are, with the leader's.
    pub(crate) agencies: u32,
}

/// Takes out the groups of more than `template` others; what is left are edges between reports of no common group.
pub(super) fn groups(
    mut edges: Vec<Edge>,
    slot: usize,
    template: usize,
    agency: impl Fn(u32) -> u64,
) -> (Vec<Edge>, Vec<TemplateGroup>) {
    let mut links: Vec<(u32, u32)> =
        edges.iter().flat_map(|edge| [(edge.first, edge.second), (edge.second, edge.first)]).collect();
    links.sort_unstable();
    let mut stars: Vec<&[(u32, u32)]> =
        links.chunk_by(|one, other| one.0 == other.0).filter(|star| star.len() > template).collect();
    // The most alike first; a tie is settled by the order of the reports.
    stars.sort_by_key(|star| (std::cmp::Reverse(star.len()), star.first().copied()));
    let mut group_of: HashMap<u32, usize> = HashMap::new();
    let mut found: Vec<TemplateGroup> = Vec::new();
    for star in stars {
        let Some(&(leader, _)) = star.first() else { continue };
        if group_of.contains_key(&leader) {
            continue;
        }
        let members: Vec<u32> =
            star.iter().map(|&(_, member)| member).filter(|member| !group_of.contains_key(member)).collect();
        let mut agencies: Vec<u64> = members.iter().map(|&member| agency(member)).collect();
        agencies.sort_unstable();
        agencies.dedup();
        if agencies.len() > template {
            group_of.extend(members.iter().chain([&leader]).map(|&member| (member, found.len())));
            let section = super::SECTIONS.get(slot).copied().unwrap_or_default();
            let agencies = u32::try_from(agencies.len() + 1).unwrap_or(u32::MAX);
            found.push(TemplateGroup { section, leader, members, agencies });
        }
    }
    edges.retain(|edge| match (group_of.get(&edge.first), group_of.get(&edge.second)) {
        (Some(one), Some(other)) => one != other,
        _ => true,
    });
    found.sort_by_key(|group| group.leader);
    (edges, found)
}
