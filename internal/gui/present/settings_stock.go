package present

import (
	"slices"
	"strconv"
	"strings"

	"harta/internal/desk"
	"harta/internal/domain"
)

// StockArg opens Настройки at what the program brings that the office lacks.
const StockArg = "stock"

// novelties are what the program brings that the office lacks or has otherwise. Without the program's own words there
// is nothing to compare with, and nothing is offered.
func novelties(a domain.Acting) []domain.Novelty {
	stock, err := desk.Stock()
	if err != nil {
		return nil
	}
	return a.Novelties(stock)
}

// newWords is what the button over the letters says: how many pieces the office lacks, else that it has some otherwise.
func (t templates) newWords() string {
	switch missing := lacking(t.lacks); {
	case missing > 0:
		return t.T("settings.stock_take", "n", missing)
	case len(t.lacks) > 0:
		return t.T("settings.stock_compare")
	default:
		return ""
	}
}

func lacking(all []domain.Novelty) int {
	n := 0
	for _, x := range all {
		if x.Missing {
			n++
		}
	}
	return n
}

// stockForm offers what the program brings: what is missing is ticked, what the office has in its own words is not, and
// says how the two differ.
func (t templates) stockForm() *Form {
	f := &Form{Env: t.Env, Title: t.T("settings.stock"), Lead: t.T("settings.stock_lead")}
	for _, n := range t.lacks {
		f.Fields = append(f.Fields, &Field{Key: n.Key(), Kind: TickField, On: n.Missing, Label: t.novelty(n), Hint: t.noveltyHint(n)})
	}
	if len(f.Fields) == 0 {
		f.Lead, f.Blocked = t.T("settings.stock_none"), t.T("settings.stock_nothing")
	}
	picked := func() (keys []string) {
		for _, x := range f.Fields {
			if x.On {
				keys = append(keys, x.Key)
			}
		}
		return keys
	}
	f.Edited = func(x *Field) {
		f.Blocked = ""
		if len(picked()) == 0 {
			f.Blocked = t.T("settings.stock_nothing")
		}
		t.showNovelty(x.Key)
	}
	f.Run = func() error { return t.office.TakeStock(picked()...) }
	first := &Field{}
	if len(f.Fields) > 0 {
		first = f.Fields[0]
	}
	f.Edited(first)
	return f
}

// showNovelty shows a letter of the stock as a page.
func (t templates) showNovelty(key string) {
	i := slices.IndexFunc(t.lacks, func(n domain.Novelty) bool { return n.Template.ID != "" && n.Key() == key })
	if i < 0 {
		return
	}
	x, fields := t.lacks[i].Template, fieldBraces(t.Say)
	x.Notice, x.Paragraphs = fields.named(x.Notice), paragraphs(fields.named(strings.Join(x.Paragraphs, "\n\n")))
	t.Letters.show(x, true)
}

// novelty names a piece of the stock.
func (t templates) novelty(n domain.Novelty) string {
	switch {
	case n.Template.ID != "":
		return t.T("settings.stock_letter", "title", n.Template.Title)
	case n.Paragraph.ID != "":
		return t.T("settings.stock_paragraph", "word", insertMark+n.Paragraph.Word)
	default:
		return t.T("settings.stock_days", "year", n.Year, "n", len(n.Days))
	}
}

func (t templates) noveltyHint(n domain.Novelty) string {
	switch {
	case n.Year != 0:
		var days []string
		for _, d := range n.Days {
			words := d.Date.Local()[:len("02.01")]
			if d.Work {
				words = t.T("settings.stock_worked", "day", words)
			}
			days = append(days, words)
		}
		return strings.Join(days, t.T("common.comma"))
	case n.Missing:
		return t.T("settings.stock_missing")
	case n.Paragraph.ID != "":
		i := slices.IndexFunc(t.now.Paragraphs, func(p domain.Standard) bool { return p.ID == n.Paragraph.ID })
		own := t.now.Paragraphs[i]
		return t.differs([2]string{own.Word, n.Paragraph.Word}, [2]string{own.Text, n.Paragraph.Text})
	default:
		own, _ := t.now.Template(n.Template.ID)
		return t.differs([2]string{own.Title, n.Template.Title}, [2]string{t.kinds(own.Kinds), t.kinds(n.Template.Kinds)},
			[2]string{strings.Join(own.Paragraphs, lineEnd), strings.Join(n.Template.Paragraphs, lineEnd)}, [2]string{own.Notice, n.Template.Notice})
	}
}

// mostDiffer is how many differences are told of a text, and mostTold how many characters of each.
const (
	mostDiffer = 4
	mostTold   = 70
)

// differs tells in a few words what pairs of texts, the office's own and the program's, do not have in common.
func (t templates) differs(pairs ...[2]string) string {
	var told []string
	more := 0
	for _, p := range pairs {
		for _, s := range diffWords(wordsOf(t.namedFields(p[0])), wordsOf(t.namedFields(p[1]))) {
			words := strings.TrimSpace(strings.ReplaceAll(joinWords(s), lineEnd, " "))
			switch {
			case s.kind == PlainSpan || words == "":
			case len(told) == mostDiffer:
				more++
			case s.kind == RemovedSpan:
				told = append(told, t.T("settings.stock_own", "words", shortened(words)))
			default:
				told = append(told, t.T("settings.stock_given", "words", shortened(words)))
			}
		}
	}
	if more > 0 {
		told = append(told, t.T("settings.stock_more", "n", more))
	}
	return t.T("settings.stock_differs", "what", strings.Join(told, "; "))
}

func shortened(words string) string {
	if r := []rune(words); len(r) > mostTold {
		return strings.TrimSpace(string(r[:mostTold])) + "…"
	}
	return words
}

// Lacks says that days the program knows are missing from the calendar of the office; empty = none that whoever looks
// may enter.
func (c *Calendar) Lacks() string {
	days, first, last := 0, 0, 0
	for _, n := range c.lacks {
		if n.Year == 0 {
			continue
		}
		if days == 0 {
			first = n.Year
		}
		days, last = days+len(n.Days), n.Year
	}
	if days == 0 || c.ReadOnly {
		return ""
	}
	years := strconv.Itoa(first)
	if last != first {
		years = c.T("calendar.lacks_years", "first", first, "last", last)
	}
	return c.T("calendar.lacks", "n", days, "years", years)
}

// TakeLacking leads to where the missing days are taken over.
func (c *Calendar) TakeLacking() { c.Open(Route{Place: SettingsPlace, Arg: StockArg}) }
