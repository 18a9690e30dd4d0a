package domain

import (
	"cmp"
	"slices"
	"strconv"

	"harta/internal/calendar"
)

const takeStock Action = "take_stock"

// Stock is what the program brings to every office, and what an office that was founded earlier may lack.
type Stock struct {
	Templates  []Template
	Paragraphs []Standard
	Days       []calendar.Declared
}

// Novelty is a piece of the stock that an office lacks, or has in words of its own: a letter, a standard paragraph, or
// the days declared in a year.
type Novelty struct {
	Template  Template // its ID is empty where it is no letter
	Paragraph Standard
	Year      int
	Days      []calendar.Declared
	Missing   bool // the office has none; else it has another
}

// Key names a piece of the stock, for whoever chooses.
func (n Novelty) Key() string {
	switch {
	case n.Template.ID != "":
		return string(n.Template.ID)
	case n.Paragraph.ID != "":
		return string(n.Paragraph.ID)
	default:
		return strconv.Itoa(n.Year)
	}
}

// wanted tells whether a piece is taken: one that is named, and where none is what is missing.
func (n Novelty) wanted(keys []string) bool {
	if len(keys) == 0 {
		return n.Missing
	}
	return slices.Contains(keys, n.Key())
}

// MayTakeStock refuses whoever may take nothing of the stock over.
func (a Acting) MayTakeStock() error {
	var no error
	for _, e := range []Event{TemplateSet{}, ParagraphSet{}, CalendarSet{}} {
		if no = a.MayOffice(e); no == nil {
			return nil
		}
	}
	return no
}

// Novelties lists what the office lacks of the stock, and what it has otherwise: letters, paragraphs, then days, of
// those that the user may set.
func (a Acting) Novelties(s Stock) []Novelty {
	var all []Novelty
	if a.MayOffice(TemplateSet{}) == nil {
		for _, t := range s.Templates {
			own, has := a.Office.Template(t.ID)
			if !has || !sameWords(own, t) {
				all = append(all, Novelty{Template: t, Missing: !has})
			}
		}
	}
	if a.MayOffice(ParagraphSet{}) == nil {
		for _, p := range s.Paragraphs { // who has not changed it has what the program brings
			own, has := find(a.Office.Paragraphs, func(x *Standard) bool { return x.ID == p.ID })
			if has && (own.Text != p.Text || own.Word != p.Word) {
				all = append(all, Novelty{Paragraph: p})
			}
		}
	}
	if a.MayOffice(CalendarSet{}) == nil {
		all = append(all, a.missingDays(s.Days)...)
	}
	return all
}

// sameWords tells whether two letters say the same; the office closes a letter without changing it.
func sameWords(a, b Template) bool {
	return a.Title == b.Title && a.Notice == b.Notice && slices.Equal(a.Paragraphs, b.Paragraphs) && slices.Equal(a.Kinds, b.Kinds)
}

// missingDays gives the days that the calendar of the office lacks, year by year. A year that is over while the office
// was at work stays as it is: terms were kept or missed by its days. What contradicts the office's own days stays out.
func (a Acting) missingDays(days []calendar.Declared) []Novelty {
	var all []Novelty
	days = slices.Clone(days)
	slices.SortStableFunc(days, func(x, y calendar.Declared) int { return cmp.Compare(x.Date, y.Date) })
	for _, d := range days {
		year := d.Date.Year()
		if _, declared := a.Office.DeclaredOn(d.Date); declared || year >= a.foundedIn() && year < a.Today().Year() {
			continue
		}
		if fits(append(slices.Clip(a.Office.Declared), d)) != nil {
			continue
		}
		if len(all) == 0 || all[len(all)-1].Year != year {
			all = append(all, Novelty{Year: year, Missing: true})
		}
		last := &all[len(all)-1]
		last.Days = append(last.Days, d)
	}
	return all
}

func (a Acting) foundedIn() int {
	if a.Office.FoundedAt.IsZero() {
		return a.Today().Year()
	}
	return calendar.DateOf(a.Office.FoundedAt).Year()
}

// TakeStock takes pieces of the stock over, by their keys; without any, all that the office lacks. What it has in words
// of its own is replaced only when it is named, and keeps whose it is and whether it is closed.
func (a Acting) TakeStock(s Stock, keys ...string) ([]Event, error) {
	if err := a.MayTakeStock(); err != nil {
		return nil, err
	}
	all := a.Novelties(s)
	for _, key := range keys {
		if !slices.ContainsFunc(all, func(n Novelty) bool { return n.Key() == key }) {
			return nil, Refuse(string(takeStock), UnknownValue).With("value", key)
		}
	}
	var events []Event
	var days []calendar.Declared
	for _, n := range all {
		switch {
		case !n.wanted(keys):
		case n.Year != 0:
			days = append(days, n.Days...)
		default:
			e, err := a.taken(n)
			if err != nil {
				return nil, err
			}
			events = append(events, e)
		}
	}
	if len(days) > 0 {
		e := a.Office.CalendarNow().Declare(days...)
		slices.SortStableFunc(e.Declared, func(x, y calendar.Declared) int { return cmp.Compare(x.Date, y.Date) })
		if err := fits(e.Declared); err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	if len(events) == 0 {
		return nil, Refuse(string(takeStock), NothingChanged)
	}
	return events, nil
}

// taken writes a letter or a paragraph as the program brings it.
func (a Acting) taken(n Novelty) (Event, error) {
	if n.Template.ID != "" {
		own, _ := a.Office.Template(n.Template.ID)
		n.Template.Closed = own.Closed
		return TemplateSet{Template: n.Template}, nil
	}
	own, _ := find(a.Office.Paragraphs, func(x *Standard) bool { return x.ID == n.Paragraph.ID })
	own.Word, own.Text = n.Paragraph.Word, n.Paragraph.Text
	return a.SetParagraph(ParagraphSet{Paragraph: own})
}
