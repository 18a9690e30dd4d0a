package present

import (
	"slices"
	"strings"

	"harta/internal/say"
)

// letterFields are the fields that a template may have.
var letterFields = []string{
	"InNo", "InDate", "InTime", "Kind", "Subject", "SenderName", "Department", "Due", "LegalDue", "CharterDue", "Contact", "Privacy",
	"Findings", "Reasons", "Decision", "Measures", "ExecutionDue", "Answer", "Actions", "OriginalDue", "FinalDate", "Reason",
	"Authority", "AuthorityDocument", "Source", "Body", "ForwardNo", "OldNo", "OldDate", "Violation", "Missing", "Until", "Part",
	"Danger", "Praised", "PraisedTo", "SurplusItem", "SurplusOn", "SurplusHow", "SurplusProtocol",
	"Question", "AnswerBy", "Reader",
}

// braces are names that stand in braces: people read and write them in their own words, and what is stored keeps its
// keys, so that it is the same in every language.
type braces struct{ keys, names []string }

// fieldBraces are those of letters.
func fieldBraces(s *say.Speaker) braces {
	b := braces{keys: letterFields}
	for _, key := range letterFields {
		b.names = append(b.names, s.T("field."+key))
	}
	return b
}

// numberBraces are those of the template of numbers.
func numberBraces(s *say.Speaker) braces {
	return braces{
		keys:  []string{"index", "serial", "dd.mm.yyyy", "yyyy"},
		names: []string{s.T("settings.number_index"), s.T("settings.number_serial"), s.T("settings.number_date"), s.T("settings.number_year")},
	}
}

// named gives a stored text as people read it.
func (b braces) named(text string) string {
	return inBraces(text, func(name string) string {
		if i := slices.Index(b.keys, name); i >= 0 {
			return b.names[i]
		}
		return name
	})
}

// keyed gives a text as it is stored. Names are found however their letters are written; keys stay.
func (b braces) keyed(text string) string {
	return inBraces(text, func(name string) string {
		if i := b.find(name); i >= 0 {
			return b.keys[i]
		}
		return name
	})
}

func (b braces) find(name string) int {
	if i := slices.Index(b.keys, name); i >= 0 {
		return i
	}
	plain := strings.Join(strings.Fields(name), " ")
	return slices.IndexFunc(b.names, func(n string) bool { return strings.EqualFold(n, plain) })
}

// word gives the name of a key, in its braces.
func (b braces) word(key string) string { return b.named("{" + key + "}") }

// inBraces changes every name that stands in braces.
func inBraces(text string, change func(string) string) string {
	var out strings.Builder
	for {
		before, after, ok := strings.Cut(text, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		name, rest, ok := strings.Cut(after, "}")
		if !ok || strings.ContainsAny(name, "{\n") {
			out.WriteString("{")
			text = after
			continue
		}
		out.WriteString("{" + change(name) + "}")
		text = rest
	}
}

// strange gives the first name of a stored text that nobody fills; empty = there is none.
func (b braces) strange(text string) string {
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			return ""
		}
		name, next, ok := strings.Cut(after, "}")
		if !ok || !slices.Contains(b.keys, name) {
			head, _, _ := strings.Cut(after, "\n")
			if ok {
				head = name
			}
			return "{" + string([]rune(head)[:min(len([]rune(head)), 20)]) + "}"
		}
		rest = next
	}
}
