package say_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/say"
)

// fields are what a template may ask for: the program fills in the first from the case, its decision or its
// extension; the others wait for the author, so each stands alone in its paragraph.
var (
	filledByProgram = []string{
		"InNo", "InDate", "InTime", "Kind", "Subject", "Due", "LegalDue", "CharterDue", "Department", "Contact", "Privacy",
		"SenderName", "ExecutionDue", "OriginalDue", "Reason", "Actions", "FinalDate", "Authority", "AuthorityDocument", "Source",
		"Body", "ForwardNo", "OldNo", "OldDate", "Violation", "Until", "PraisedTo", "Praised", "Danger",
		"SurplusItem", "SurplusOn", "SurplusHow", "SurplusProtocol", "Question", "AnswerBy",
	}
	filledByAuthor = []string{"Findings", "Reasons", "Decision", "Measures", "Answer", "Missing", "Part"}
)

func templates(t *testing.T) []domain.Template {
	t.Helper()
	all, err := say.Templates()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestCatalogueIsComplete(t *testing.T) {
	var ids []domain.TemplateID
	for _, tpl := range templates(t) {
		ids = append(ids, tpl.ID)
	}
	want := []domain.TemplateID{
		domain.TReceipt, domain.TClarify, domain.TForwardBody, domain.TForwardSender, domain.TAnonymous, domain.TTooOld,
		domain.TRepeated, domain.TDeclined, domain.TPersonalData, domain.TSurplus, domain.TExtension, domain.TUpheld, domain.TRejected,
		domain.TProposal, domain.TAnswer, domain.TThanks, domain.TService, "T17", domain.TProsecutor, domain.TAsk,
		domain.TOthers, domain.TOtherOrder,
	}
	if !slices.Equal(ids, want) {
		t.Errorf("got %v, want %v", ids, want)
	}
}

func TestTemplatesAreReadyToFill(t *testing.T) {
	bg := words(t, "bg")
	for _, tpl := range templates(t) {
		if tpl.Title == string(tpl.ID) || len(tpl.Paragraphs) == 0 || strings.Contains(tpl.Notice, "[") {
			t.Errorf("%s: title %q, %d paragraphs, notice %q", tpl.ID, tpl.Title, len(tpl.Paragraphs), tpl.Notice)
		}
		for _, k := range tpl.Kinds {
			if !k.Known() {
				t.Errorf("%s: unknown kind %q", tpl.ID, k)
			}
		}
		for _, p := range tpl.Paragraphs {
			for _, f := range placeholders(p) {
				byAuthor := slices.Contains(filledByAuthor, f)
				if !byAuthor && !slices.Contains(filledByProgram, f) || bg["field."+f] == "" {
					t.Errorf("%s: unknown field %s", tpl.ID, f)
				}
				if byAuthor && p != "{"+f+"}" {
					t.Errorf("%s: %s does not stand alone in %q", tpl.ID, f, p)
				}
			}
			if word := latinWord.FindString(placeholder.ReplaceAllString(p, "")); word != "" {
				t.Errorf("%s: %q in %q", tpl.ID, word, p)
			}
		}
	}
}

func TestTemplatesSayWhatTheLawAndTheCharterWant(t *testing.T) {
	texts := map[domain.TemplateID]string{}
	for _, tpl := range templates(t) {
		texts[tpl.ID] = strings.Join(append(tpl.Paragraphs, tpl.Notice), "\n")
	}
	for id, want := range map[domain.TemplateID][]string{
		domain.TReceipt:       {"{InNo}", "{InDate}", "{InTime}", "{Kind}", "{CharterDue}", "{LegalDue}", "{Department}", "{Privacy}", "{Contact}"},
		domain.TClarify:       {"{Missing}", "{Until}", "чл. 111, ал. 4", "чл. 111, ал. 3", "{Due}"},
		domain.TForwardBody:   {"чл. 112", "{Reasons}", "{InNo}", "{InDate}", "уведомите подателя"},
		domain.TForwardSender: {"чл. 112", "{Body}", "{ForwardNo}"},
		domain.TAnonymous:     {"чл. 111, ал. 4", "{Danger}", "Харта"},
		domain.TTooOld:        {"чл. 111, ал. 4", "{Violation}"},
		domain.TRepeated:      {"чл. 116", "{OldNo}", "{OldDate}", "{Reasons}"},
		domain.TDeclined:      {"Харта", "{Reasons}", "{Answer}"},
		domain.TPersonalData:  {"{Part}", "чл. 15", "Регламент (ЕС) 2016/679", "класифицирана"},
		domain.TSurplus:       {"{SurplusItem}", "{SurplusOn}", "{SurplusHow}", "{SurplusProtocol}", "чл. 25а"},
		domain.TExtension:     {"{OriginalDue}", "{Reason}", "{Actions}", "{FinalDate}", "{Authority}", "{AuthorityDocument}", "{Source}", "Извиняваме се"},
		domain.TUpheld:        {"{Findings}", "{Reasons}", "{Decision}", "{Measures}", "{ExecutionDue}", "чл. 123, ал. 1", "чл. 124"},
		domain.TRejected:      {"{Findings}", "{Reasons}", "{Decision}", "омбудсман", "чл. 124"},
		domain.TProposal:      {"{Decision}", "{Reasons}", "{Measures}", "чл. 118, ал. 1", "чл. 118, ал. 3"},
		domain.TAnswer:        {"{Answer}", "{Contact}"},
		domain.TThanks:        {"Благодарим", "{PraisedTo}"},
		domain.TService:       {"съжаляваме", "{Findings}", "{Decision}", "{Measures}"},
		"T17":                 {"{Measures}", "чл. 125", "{FinalDate}", "{Reason}"},
		domain.TProsecutor:    {"{Findings}", "чл. 123, ал. 4", "незабавно"},
		domain.TAsk:           {"{Question}", "{AnswerBy}", "{InNo}", "не се разгласяват"},
		domain.TOthers:        {"{Decision}", "чл. 123, ал. 2 и 3", "чл. 124"},
		domain.TOtherOrder:    {"чл. 107", "{Answer}"},
	} {
		for _, part := range want {
			if !strings.Contains(texts[id], part) {
				t.Errorf("%s lacks %s", id, part)
			}
		}
	}
	if strings.Contains(texts[domain.TDeclined], "{Subject}") {
		t.Error("T08 quotes the subject, which may hold what is not to be quoted")
	}
}

func TestSalutationIsChosenNeverGuessed(t *testing.T) {
	bg := speak(t, "bg")
	for _, c := range []struct {
		contact domain.Contact
		want    string
	}{
		{domain.Contact{Name: "Иван Петров Янев", Address: domain.ToMr}, "Уважаеми господин Янев,"},
		{domain.Contact{Name: "Мария Янева", Address: domain.ToMs}, "Уважаема госпожо Янева,"},
		{domain.Contact{Name: "Мария Янева"}, "Уважаеми дами и господа,"},
		{domain.Contact{Address: domain.ToMs}, "Уважаеми дами и господа,"},
	} {
		if got := bg.Salutation(c.contact); got != c.want {
			t.Errorf("%v: got %s, want %s", c.contact, got, c.want)
		}
	}
}

func TestALetterTellsTheDecisionInASentence(t *testing.T) {
	s := speak(t, "bg")
	for _, c := range []struct {
		kind    domain.Kind
		outcome domain.Outcome
		words   string
	}{
		{domain.Signal, domain.Upheld, "Обръщението се уважава изцяло."},
		{domain.ComplaintStaff, domain.PartlyUpheld, "Обръщението се уважава частично."},
		{domain.ComplaintService, domain.Rejected, "Обръщението не се уважава."},
		{domain.Proposal, domain.Upheld, "Предложението се приема."},
		{domain.Proposal, domain.PartlyUpheld, "Предложението се приема частично."},
		{domain.Proposal, domain.Rejected, "Предложението не се приема."},
		{domain.Question, domain.Answered, ""}, // the answer says it
	} {
		office := domain.NewOffice()
		f := s.Filling(say.Writing{Office: &office, Case: domain.Case{
			Intake:   domain.Intake{Kind: c.kind},
			Decision: domain.CaseDecided{Outcome: c.outcome, Findings: "Проверено е на място."},
		}}, domain.Template{ID: domain.TUpheld})
		if got := f.Values["Decision"]; got != c.words {
			t.Errorf("%s, %s: %q", c.kind, c.outcome, got)
		}
	}
}

func TestAMeasureWrittenAsASentenceStandsInTheLetterWithoutItsFullStop(t *testing.T) {
	s := speak(t, "bg")
	due := calendar.NewDate(2026, time.December, 4)
	for _, c := range []struct {
		measure domain.Measure
		words   string
	}{
		{domain.Measure{Text: "Изпраща се скицата.", Due: due}, "- Изпраща се скицата, срок до 04.12.2026 г."},
		{domain.Measure{Text: "Изпраща се скицата; ", Due: due}, "- Изпраща се скицата, срок до 04.12.2026 г."},
		{domain.Measure{Text: "Ремонт на улицата до 2027 г.", Due: due}, "- Ремонт на улицата до 2027 г., срок до 04.12.2026 г."},
		{domain.Measure{Text: "Изпраща се скицата."}, "- Изпраща се скицата."},
	} {
		office := domain.NewOffice()
		f := s.Filling(say.Writing{Office: &office, Case: domain.Case{
			Intake:   domain.Intake{Kind: domain.Signal},
			Decision: domain.CaseDecided{Outcome: domain.Upheld, Findings: "Проверено е.", Measures: []domain.Measure{c.measure}},
		}}, domain.Template{ID: domain.TUpheld})
		if got := f.Values["Measures"]; got != c.words {
			t.Errorf("%q: %q, want %q", c.measure.Text, got, c.words)
		}
	}
}

func TestALetterAboutMoreTimeTakesWhatWasDecided(t *testing.T) {
	s := speak(t, "bg")
	office := domain.NewOffice()
	c := domain.Case{Extensions: []domain.Extension{{ExtensionDecided: domain.ExtensionDecided{
		Clock: domain.CharterClock, Until: calendar.NewDate(2027, time.January, 11), Reason: "Чака се становище.", Source: "charter.month",
	}}}}
	values := func(t domain.TemplateID) map[string]string {
		return s.Filling(say.Writing{Office: &office, Case: c}, domain.Template{ID: t}).Values
	}
	if v := values(domain.TExtension); v["FinalDate"] != "11.01.2027" || v["Reason"] != "Чака се становище." || v["Source"] == "" {
		t.Errorf("filled with %v", v)
	}
	if _, ok := values(domain.TExecution)["FinalDate"]; ok {
		t.Error("a letter about the measures tells the term of the reply")
	}
	c.Extensions[0].InForce = true
	if _, ok := values(domain.TExtension)["FinalDate"]; ok {
		t.Error("what was told already is told again")
	}
}

func TestWhoeverIsAskedReadsTheQuestionAndNotWhoTheSenderIs(t *testing.T) {
	s := speak(t, "bg")
	office := domain.NewOffice()
	office.Users = []domain.User{{ID: domain.UserID{1}, Name: "Нено Бонев"}}
	tpl := domain.Template{ID: domain.TAsk, Title: s.Template(domain.TAsk)}
	for _, x := range templates(t) {
		if x.ID == domain.TAsk {
			tpl = x
		}
	}
	c := domain.Case{
		Number: domain.Number{Text: "94-1/12.11.2026"},
		Intake: domain.Intake{Subject: "Жалба на Елена Кръстева", Sender: domain.Sender{Ref: "К-7", Contact: domain.Contact{Name: "Елена Кръстева", Street: "ул. „Рила“ 7"}}},
		Notes: []domain.Note{{CaseNoted: domain.CaseNoted{
			Note: domain.AskedOpinion, To: domain.UserID{1}, Text: "Кой беше на гише 3?", Due: calendar.NewDate(2026, time.November, 27),
		}}},
	}
	l := office.Compose(c, tpl, s.Filling(say.Writing{Office: &office, Case: c}, tpl))
	all := fmt.Sprint(l)
	if l.To.Name != "Нено Бонев" || !strings.Contains(all, "Кой беше на гише 3?") || !strings.Contains(all, "до 27.11.2026 г.") {
		t.Errorf("the letter is %s", all)
	}
	c.Notes[0].To = domain.UserID{} // somebody outside
	if name, open := office.Compose(c, tpl, s.Filling(say.Writing{Office: &office, Case: c}, tpl)).Unfilled(); !open || name != "Reader" {
		t.Errorf("it could go to nobody: open is %q", name)
	}
	for _, secret := range []string{"Кръстева", "Рила", "К-7"} {
		if strings.Contains(all, secret) {
			t.Errorf("it says %q: %s", secret, all)
		}
	}
}
