package say

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// fill puts the values of args, pairs of a name and a value, for the placeholders of a text.
func (s *Speaker) fill(text string, args []any) string {
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(text, "{")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		placeholder, after, closed := strings.Cut(rest, "}")
		if !closed {
			return b.String() + "{" + rest
		}
		b.WriteString(s.filled(placeholder, args))
		text = after
	}
}

// filled returns what stands for one placeholder, which itself stands where its value is missing.
func (s *Speaker) filled(placeholder string, args []any) string {
	name, forms, _ := strings.Cut(placeholder, "|")
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] != name {
			continue
		}
		if one, many, choice := strings.Cut(forms, "|"); choice {
			return s.counted(args[i+1], one, many)
		}
		return s.value(name, args[i+1])
	}
	return "{" + placeholder + "}"
}

// counted chooses between the forms for one and for more; 21 is more than one in both languages.
func (s *Speaker) counted(value any, one, many string) string {
	form := many
	if value == 1 {
		form = one
	}
	return strings.ReplaceAll(form, "#", s.value("", value))
}

// value puts a value into words.
func (s *Speaker) value(name string, value any) string {
	switch v := value.(type) {
	case string:
		return s.text(name, v)
	case int:
		return s.Number(v)
	case calendar.Date:
		return s.Date(v)
	case time.Time:
		return s.DateTime(v)
	case calendar.Term:
		return s.Term(v)
	case domain.Number:
		return v.Text
	case []domain.Role:
		return s.roles(v)
	default:
		if word, ok := s.word(value); ok {
			return word
		}
		return fmt.Sprint(value)
	}
}

// text puts the source of a rule, and a word of the family called like the argument, into words: the field
// „subject“ is „Относно“. Any other text is said as it stands.
func (s *Speaker) text(name, text string) string {
	if key := name + "." + text; s.has(key) {
		return s.T(key)
	}
	if name == "source" {
		return s.Source(text)
	}
	return text
}

// roles lists who may, the last one after „или“.
func (s *Speaker) roles(all []domain.Role) string {
	var b strings.Builder
	for i, r := range all {
		switch {
		case i > 0 && i == len(all)-1:
			b.WriteString(s.T("common.or"))
		case i > 0:
			b.WriteString(s.T("common.comma"))
		}
		b.WriteString(s.Role(r))
	}
	return b.String()
}

// Number returns a whole number with its thousands apart, from 10,000 on.
func (s *Speaker) Number(n int) string {
	digits := strconv.Itoa(n)
	if -10_000 < n && n < 10_000 {
		return digits
	}
	for at := len(digits) - 3; at > 0 && digits[at-1] != '-'; at -= 3 {
		digits = digits[:at] + s.T("number.group") + digits[at:]
	}
	return digits
}

// Share returns a share in per cent, to one decimal; a share of nothing is not applicable.
func (s *Speaker) Share(of domain.Share) string {
	if of.Whole == 0 {
		return s.T("common.not_applicable")
	}
	percent := strconv.FormatFloat(100*float64(of.Part)/float64(of.Whole), 'f', 1, 64)
	return s.T("common.percent", "value", strings.Replace(percent, ".", s.T("number.decimal"), 1))
}
