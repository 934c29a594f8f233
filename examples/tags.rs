//! x
use sourcebook::extract::*;
use sourcebook::read;
fn main() {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let (a, _) = read::record(&line).unwrap();
        let d = Document::read(&a);
        for s in &d.sentences {
            let mut out = String::new();
            let mut p = s.phrases.clone().map(|i| &d.phrases[i]).peekable();
            let mut v = s.verbs.clone().map(|i| &d.verbs[i]).peekable();
            for t in s.tokens.clone() {
                if let Some(x) = p.peek() {
                    if x.tokens.start == t {
                        out.push('[');
                    }
                }
                if let Some(x) = v.peek() {
                    if x.tokens.start == t {
                        out.push('{');
                    }
                }
                out.push_str(d.written(t));
                if d.tag(t) != Tag::Mark {
                    out.push('/');
                    out.push_str(&format!("{:?}", d.tag(t))[..].chars().take(4).collect::<String>());
                }
                if let Some(x) = p.peek() {
                    if x.tokens.end == t + 1 {
                        out.push(']');
                        p.next();
                    }
                }
                if let Some(x) = v.peek() {
                    if x.tokens.end == t + 1 {
                        out.push_str(&format!(
                            "}}{}{}{}",
                            if x.passive { "p" } else { "" },
                            if x.negated { "n" } else { "" },
                            if x.modal { "m" } else { "" }
                        ));
                        v.next();
                    }
                }
                out.push(' ');
            }
            println!("{out}\n");
        }
    }
}
