//! What divides a total: parts of different kinds are not added.

use crate::check::facts::claims::{Item, Mark, Metric, Topic};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    Who,
    Channel,
    Outcome,
    /// Reviews and suits.
    Dispute,
    Medium,
    Content,
    /// In whose name a document was issued.
    Author,
}

impl Division {
    pub(crate) const ALL: [Self; 7] =
        [Self::Who, Self::Channel, Self::Outcome, Self::Dispute, Self::Medium, Self::Content, Self::Author];

    /// What part of its total a number is; `None` where it is none.
    pub(crate) fn of(item: &Item, total: &Item) -> Option<Self> {
        let near = item.around.near.marks.with(item.around.right.marks);
        let id = item.claim.metric.map(|metric| &*metric.id);
        let is_request = total.topic == Some(Topic::Request);
        if item.claim.who.is_some() {
            let alike = id == Some("applicants") || item.claim.metric == total.claim.metric;
            return (is_request && alike && total.claim.who.is_none()).then_some(Self::Who);
        }
        match total.topic? {
            Topic::Publication => {
                let fits = item.topic != Some(Topic::Request)
                    && !item.topic.is_some_and(Topic::is_dispute)
                    && matches!(id, Some("published" | "channel") | None);
                let kind = if near.has(Mark::Medium) { Self::Medium } else { Self::Content };
                fits.then_some(kind)
            }
            Topic::Normative | Topic::Regulations => {
                let fits = id.is_none() || item.claim.metric == total.claim.metric;
                let is_author = near.has(Mark::Own) || near.has(Mark::Office);
                fits.then_some(if is_author { Self::Author } else { Self::Content })
            }
            Topic::Request if id == Some("channel") => {
                (total.claim.metric != item.claim.metric).then_some(Self::Channel)
            }
            Topic::Disputes if matches!(id, Some("reconsideration" | "litigation")) => Some(Self::Dispute),
            Topic::Request => {
                let metric =
                    item.claim.metric.filter(|metric| !metric.is_of_coming() && !metric.id.starts_with("carried"))?;
                let is_part = total.claim.metric.is_none_or(|whole| is_within(metric, whole));
                (item.topic == total.topic && Some(metric) != total.claim.metric && is_part).then_some(Self::Outcome)
            }
            topic if topic.is_dispute() => {
                // 审结5件，其中维持4件、纠正1件，未结1件: what is pending is none of those.
                let concluded = total.claim.metric.is_some_and(|metric| metric.id.ends_with(".concluded"));
                let metric = item.claim.metric.filter(|metric| !(concluded && metric.id.ends_with(".pending")))?;
                (item.topic == total.topic && Some(metric) != total.claim.metric).then_some(Self::Outcome)
            }
            _ => None,
        }
    }
}

/// May requests that ended so be some of those? 无法提供9件，其中不掌握6件；不予处理4件: the last stands beside them.
fn is_within(part: &Metric, whole: &Metric) -> bool {
    // What is carried on has not been answered yet.
    let is_whole = whole.is_of_coming() || &*whole.id == "carried_in" || matches!(&*whole.id, "disclosed" | "opened");
    is_whole || part.id.strip_prefix(&*whole.id).is_some_and(|rest| rest.starts_with('.'))
}
