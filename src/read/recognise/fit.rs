//! Cuts what is longer than a report may have it, so that every file that is written can be loaded again.

use std::sync::Arc;

use crate::report::{Report, SafeText, Value, bounds};

/// Cuts every text of a report to its bound ([`bounds`]).
pub(in crate::read) fn fit(report: &mut Report) {
    let form = report.lean.form;
    for cell in form.cells() {
        if let Value::Raw(text) = report.lean.cells.get(cell)
            && let Some(short) = cut(text, bounds::RAW).map(str::to_owned)
        {
            report.lean.cells.set(cell, Value::Raw(&short));
        }
    }
    line(&mut report.lean.head.agency.name, bounds::NAME);
    let narrative = &mut report.narrative;
    optional(&mut narrative.title);
    if let Some(preface) = &mut narrative.preface
        && let Some(short) = cut(preface, bounds::PREFACE)
    {
        *preface = SafeText::lines(short);
    }
    for section in &mut narrative.sections {
        line(&mut section.heading, bounds::LINE);
        if let Some(short) = cut(&section.text, bounds::TEXT) {
            section.text = SafeText::lines(short);
        }
    }
    for origin in narrative.origins.values_mut() {
        optional(&mut origin.place);
        optional(&mut origin.text);
    }
    narrative.remarks.truncate(bounds::REMARKS);
    for remark in &mut narrative.remarks {
        if let Some(values) = remark.values.as_ref().filter(|all| all.values().any(|text| text.len() > bounds::LINE)) {
            let short = |text: &SafeText| cut(text, bounds::LINE).map_or_else(|| text.clone(), SafeText::line);
            let fitting = values.iter().map(|(name, value)| (name.clone(), short(value))).collect();
            remark.values = Some(Arc::new(fitting));
        }
        if let Some(label) = &mut remark.label {
            optional(&mut label.official);
            optional(&mut label.text);
        }
    }
    if let Some(source) = &mut narrative.source {
        optional(&mut source.file);
    }
}

fn optional(text: &mut Option<SafeText>) {
    if let Some(text) = text {
        line(text, bounds::LINE);
    }
}

fn line(text: &mut SafeText, most: usize) {
    if let Some(short) = cut(text, most) {
        *text = SafeText::line(short);
    }
}

/// The first characters, if there are more than `most`.
fn cut(text: &str, most: usize) -> Option<&str> {
    if text.len() <= most {
        return None;
    }
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end))
}

#[cfg(test)]
mod tests {
    use crate::read::read;
    use crate::report::{parse, to_json};

    #[test]
    fn what_is_read_of_endless_cells_and_labels_can_be_loaded_again() {
        let long = "很长".repeat(3000);
        for text in [
            format!(
                "临江县示例局2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\t{long}件\t5{long}\t0\n行政许可\t7\n"
            ),
            format!(
                "{long}局2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n（一）予以公开{long}\t1\t0\t0\t0\t0\t0\t1\n（七）总计\t1\t0\t0\t0\t0\t0\t{long}\n"
            ),
        ] {
            let report = read("a.txt", text.as_bytes()).unwrap();
            parse(to_json(&report).as_bytes()).unwrap();
        }
    }
}
