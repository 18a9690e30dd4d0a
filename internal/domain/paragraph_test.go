package domain_test

import (
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func TestAStandardParagraphIsChecked(t *testing.T) {
	gone := domain.Standard{ID: "старо", Word: "старо", Topic: "Начало", Text: "Преди.", Until: day(t, "2026-11-22")}
	s := newStory(t, "2026-11-23", domain.ParagraphSet{Paragraph: domain.Standard{ID: "1", Word: "ред", Topic: "Мерки", Text: "Въвеждаме ред."}},
		domain.ParagraphSet{Paragraph: gone})
	good := domain.Standard{ID: "2", Word: " Проверка ", Topic: "Констатации", Text: "Проверихме.", Template: domain.TUpheld, Owner: construction}
	got, err := s.as(secretary).SetParagraph(domain.ParagraphSet{Paragraph: good})
	if err != nil || got.Paragraph.Word != "проверка" {
		t.Errorf("%+v, %v", got, err)
	}
	for name, c := range map[string]struct {
		who    domain.UserID
		change func(*domain.Standard)
		why    domain.Reason
		field  string
	}{
		"by an executor":        {executor, func(*domain.Standard) {}, domain.NoRole, ""},
		"without a word":        {admin, func(p *domain.Standard) { p.Word = " " }, domain.FieldMissing, "word"},
		"with two words":        {admin, func(p *domain.Standard) { p.Word = "на място" }, domain.NotOneWord, "word"},
		"without a topic":       {admin, func(p *domain.Standard) { p.Topic = "" }, domain.FieldMissing, "topic"},
		"without a text":        {admin, func(p *domain.Standard) { p.Text = "" }, domain.FieldMissing, "text"},
		"too long":              {admin, func(p *domain.Standard) { p.Text = strings.Repeat("д", domain.MaxText+1) }, domain.TooLong, "text"},
		"for no known letter":   {admin, func(p *domain.Standard) { p.Template = "T99" }, domain.NoSuchTemplate, "template"},
		"of no known unit":      {admin, func(p *domain.Standard) { p.Owner = domain.DepartmentID{9} }, domain.FieldMissing, "department"},
		"with a word in use":    {admin, func(p *domain.Standard) { p.Word = "Ред" }, domain.NameTaken, "word"},
		"with an expired word":  {admin, func(p *domain.Standard) { p.Word = "старо" }, "", ""},
		"ended, its word taken": {admin, func(p *domain.Standard) { p.Word, p.Until = "ред", day(t, "2026-11-01") }, "", ""},
		"the same one, changed": {admin, func(p *domain.Standard) { p.ID, p.Word = "1", "ред" }, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := good
			c.change(&p)
			_, err := s.as(c.who).SetParagraph(domain.ParagraphSet{Paragraph: p})
			if c.why == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			mustRefuse(t, err, c.why, c.field)
		})
	}
}

func TestTheOfficeHasItsOwnParagraphsAndThoseItWasGiven(t *testing.T) {
	given := []domain.Standard{{ID: "а", Word: "а", Topic: "Начало", Text: "1"}, {ID: "б", Word: "б", Topic: "Мерки", Text: "2"}}
	o := fold(domain.NewOffice(),
		domain.ParagraphSet{Paragraph: domain.Standard{ID: "в", Word: "в", Topic: "Начало", Text: "3"}},
		domain.ParagraphSet{Paragraph: domain.Standard{ID: "б", Word: "бе", Topic: "Мерки", Text: "4"}})
	var got []string
	for _, s := range o.Standards(given) {
		got = append(got, s.Topic+":"+s.Word+s.Text)
	}
	if strings.Join(got, " ") != "Начало:а1 Начало:в3 Мерки:бе4" || given[1].Text != "2" {
		t.Errorf("standards %v", got)
	}
}

func TestAParagraphExpiresAfterItsLastDay(t *testing.T) {
	p := domain.Standard{Until: day(t, "2026-11-23")}
	if p.Expired(day(t, "2026-11-23")) || !p.Expired(day(t, "2026-11-24")) || (domain.Standard{}).Expired(calendar.Last) {
		t.Error("expired on the wrong day")
	}
}
