//! What is in force is said: which profile, which roster.

use crate::support::command::{Place, clean};

#[test]
fn a_check_says_which_profile_and_roster_are_in_force() {
    let place = Place::new();
    place.write("in/a.json", clean("松溪县教育局", 2024).to_string());
    place.write("p.toml", "name = \"某市 2025\"\n");
    place.write("r.csv", "名称,备注\n松溪县教育局,\n");
    let check = |more: &[&str]| place.run(["check", "in", "--lang", "zh"].iter().chain(more).copied());
    let both = ["--profile", "p.toml", "--roster", "r.csv"];
    let text = check(&both).out;
    let head: Vec<&str> = text.lines().take(2).collect();
    assert!(head[0].starts_with("口径：某市 2025（p.toml，") && head[0].ends_with('）'), "{text}");
    assert!(head[1].starts_with("名册：1 家机关（r.csv，") && head[1].ends_with("，1 处存疑"), "{text}");
    let ran = check(&[&both[..], &["--format", "json"]].concat());
    assert!(ran.out.starts_with('['), "{}", ran.out);
    assert!(ran.err.contains("口径：某市 2025（p.toml，") && ran.err.contains("名册：1 家机关"), "{}", ran.err);
    let before = check(&both).out;
    place.write("p.toml", "name = \"某市 2025\"\n# 另一份\n");
    assert_ne!(check(&both).out.lines().next(), before.lines().next(), "another file is another profile");
    assert!(!check(&[]).out.contains("口径"));
}
