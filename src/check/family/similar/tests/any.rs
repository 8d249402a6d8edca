//! Any two texts, whatever stands in them.

use proptest::prelude::*;

use super::*;

/// Texts of few words, so that passages are shared, with everything that is masked.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("河道整治进展"),
        Just("收到来信"),
        Just("我局"),
        Just("《办法》"),
        Just("2024年"),
        Just("。\n"),
        Just("本年度无其他需要报告的事项"),
        Just("《"),
        Just("一是"),
        Just("😀"),
        Just("e\u{301}"),
        Just("栏目合并"),
    ];
    prop_oneof![prop::collection::vec(word, 0..60).prop_map(|words| words.concat()), any::<String>()]
}

proptest! {
    #[test]
    fn any_two_texts_are_compared_alike_both_ways(one in any_text(), other in any_text(), least in 0_usize..12) {
        let comparer = comparer();
        let [a, b]: [Masked; 2] = [&one, &other].map(|text| comparer.masker.mask(text.chars(), &Names::default()));
        let (there, back) = (compare(&a, &b, least), compare(&b, &a, least));
        prop_assert_eq!(there.per_mille, back.per_mille);
        let mut turned: Vec<_> = back.passages.iter().map(|p| (p.second.clone(), p.first.clone(), p.letters)).collect();
        turned.sort_by_key(|(first, second, _)| (first.start, second.start));
        let straight: Vec<_> = there.passages.iter().map(|p| (p.first.clone(), p.second.clone(), p.letters)).collect();
        prop_assert_eq!(straight, turned);
        prop_assert!(there.per_mille <= 1000);
    }

    #[test]
    fn a_shared_passage_masks_to_the_same_text_in_both(one in any_text(), other in any_text()) {
        let comparer = comparer();
        let [a, b]: [Masked; 2] = [&one, &other].map(|text| comparer.masker.mask(text.chars(), &Names::default()));
        let slice = |text: &str, range: &Range<usize>| -> String { text.chars().skip(range.start).take(range.len()).collect() };
        let similarity = compare(&a, &b, 4);
        let mut end = 0;
        for passage in &similarity.passages {
            // In order, and no letter twice.
            prop_assert!(passage.first.start >= end);
            end = passage.first.end;
            let [here, there] = [slice(&one, &passage.first), slice(&other, &passage.second)]
                .map(|text| comparer.masker.mask::<Masked>(text.chars(), &Names::default()).show());
            prop_assert_eq!(here, there);
        }
        for (text, pieces) in [&one, &other].into_iter().zip(view::both(&one, &other, &similarity.passages)) {
            prop_assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), text.as_str());
        }
    }

    #[test]
    fn a_comparison_that_may_stop_early_says_the_same_where_it_is_enough(one in any_text(), other in any_text(), least in 0_usize..12, enough in 0_usize..=1000) {
        let comparer = comparer();
        let [a, b]: [Masked; 2] = [&one, &other].map(|text| comparer.masker.mask(text.chars(), &Names::default()));
        let whole = compare(&a, &b, least);
        let expected = (usize::from(whole.per_mille) >= enough).then_some(whole);
        prop_assert_eq!(compare_from(&a, &b, least, enough), expected);
    }

    #[test]
    fn a_text_that_was_masked_once_is_masked_as_for_any_other_report(
        text in prop::collection::vec(prop_oneof![Just("柳河县水利局"), Just("民政"), Just("安平县"), Just("公开"), Just("收到12件")], 0..20),
        name in prop_oneof![Just("柳河县民政局"), Just("安平县水利局"), Just("公开局"), Just("件")],
    ) {
        let comparer = comparer();
        let (own, other) = (report("柳河县水利局", 2024, &text.concat(), ""), report(name, 2024, "", ""));
        let (ready, with) = (comparer.comparable(&own, "x"), comparer.comparable(&other, "y"));
        let names = Names::of([&own.lean.head, &other.lean.head], comparer.masker.endings());
        prop_assert_eq!(&*comparer.masked(&ready, &with, 1), &comparer.masker.mask::<Masked>(text.concat().chars(), &names));
    }

    #[test]
    fn any_two_reports_are_checked(one in any_text(), other in any_text(), name in any::<String>(), years in (any::<u16>(), any::<u16>())) {
        let first = report(&name, years.0, &one, &other);
        let second = report("柳河县水利局", years.1, &other, &one);
        for (a, b) in [(&first, &second), (&second, &first), (&first, &first)] {
            for (side, finding) in found(a, b) {
                let (own, from) = if side == PairSide::First { (a, b) } else { (b, a) };
                assert_evidence(&finding, own, from);
            }
        }
        let sketches = [comparer().sketch(&first), comparer().sketch(&second)];
        let _ = comparer().candidates(&sketches);
    }
}
