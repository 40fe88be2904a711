//! What support is told, as far as it is known.

use super::field::{Field, FieldProblem, Part};
use super::reason::Reason;
use crate::domain::typed_text;

/// What support is told. Nothing in it is secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    reason: Option<Reason>,
    /// The texts as they were typed, in the order of [`Field::ALL`].
    texts: [String; Field::ALL.len()],
}

impl Draft {
    /// Why support is needed.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.reason
    }

    /// Sets the reason.
    pub fn choose(&mut self, reason: Reason) {
        self.reason = Some(reason);
    }

    /// What was typed into a field, as it is.
    #[must_use]
    pub fn typed(&self, field: Field) -> &str {
        self.texts.get(field as usize).map_or("", String::as_str)
    }

    /// Sets what was typed into a field.
    pub fn set(&mut self, field: Field, typed: &str) {
        if let Some(text) = self.texts.get_mut(field as usize) {
            typed.clone_into(text);
        }
    }

    /// What a field says, without what does not matter: space around it, and, in addresses, wide forms.
    #[must_use]
    pub fn text(&self, field: Field) -> String {
        let typed = self.typed(field);
        match field {
            Field::Email => typed_text::identifier(typed),
            // Some people enter their whole address on the web.
            Field::Domain => {
                let plain = typed_text::identifier(typed);
                let rest = ["https://", "http://"].iter().find_map(|scheme| plain.strip_prefix(scheme));
                rest.unwrap_or(&plain).trim_end_matches('/').to_owned()
            }
            _ => typed.trim().to_owned(),
        }
    }

    /// Whether nothing was said yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is not right in a part, in the order of the fields.
    #[must_use]
    pub fn problems(&self, part: Part) -> Vec<(Field, FieldProblem)> {
        let fields = Field::ALL.into_iter().filter(|field| field.part() == part);
        fields.filter_map(|field| Some((field, self.problem(field)?))).collect()
    }

    fn problem(&self, field: Field) -> Option<FieldProblem> {
        let text = self.text(field);
        if text.is_empty() {
            field.is_required(self.reason).then_some(FieldProblem::Missing)
        } else if text.chars().count() > field.most() {
            Some(FieldProblem::TooLong)
        } else {
            (!field.has_form(&text)).then_some(FieldProblem::WrongForm)
        }
    }

    /// Whether a part has everything that support needs.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        (part != Part::Reason || self.reason.is_some()) && self.problems(part).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(field: Field, typed: &str) -> Draft {
        let mut draft = Draft::default();
        draft.set(field, typed);
        draft
    }

    #[test]
    fn the_fields_are_numbered_as_they_are_listed() {
        for (place, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(field as usize, place, "{field:?}");
            assert_eq!(draft(field, "x").typed(field), "x");
        }
    }

    #[test]
    fn every_slip_has_its_name() {
        for (field, typed, problem) in [
            (Field::Name, " \u{3000}", Some(FieldProblem::Missing)),
            (Field::Name, "山田 太郎", None),
            (Field::Phone, "", None),
            (Field::Phone, &"1".repeat(51), Some(FieldProblem::TooLong)),
            (Field::Email, "user", Some(FieldProblem::WrongForm)),
            (Field::Email, "@contoso.example", Some(FieldProblem::WrongForm)),
            (Field::Email, "user@contoso", Some(FieldProblem::WrongForm)),
            (Field::Email, "ｕｓｅｒ＠contoso。example ", None),
            (Field::Domain, "contoso", Some(FieldProblem::WrongForm)),
            (Field::Domain, "contoso..example", Some(FieldProblem::WrongForm)),
            (Field::Domain, "user@contoso.example", Some(FieldProblem::WrongForm)),
            (Field::Domain, "https://contoso.example/", None),
            (Field::Domain, "例え.example", None),
        ] {
            assert_eq!(draft(field, typed).problem(field), problem, "{field:?} {typed:?}");
        }
    }

    #[test]
    fn something_else_has_to_be_described() {
        let mut draft = Draft::default();
        assert!(!draft.has(Part::Reason), "there is no reason yet");
        draft.choose(Reason::AdminHasLeft);
        assert!(draft.has(Part::Reason));
        draft.choose(Reason::Other);
        assert_eq!(draft.problems(Part::Reason), [(Field::Details, FieldProblem::Missing)]);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_kept_as_it_is(typed in any::<String>()) {
            for field in Field::ALL {
                let draft = draft(field, &typed);
                prop_assert_eq!(draft.typed(field), typed.as_str());
            }
        }
    }
}
