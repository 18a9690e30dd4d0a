package present_test

import (
	"errors"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestAReturnedLetterSaysWhy(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	o.put(domain.LetterFile{
		ID: domain.LetterID{9}, State: domain.LetterDraft, Returned: "Посочете срок.", Author: authorID, Writers: []domain.UserID{authorID},
		Content: domain.Letter{Template: domain.TAnswer, Salutation: "Уважаема,", OurRef: "94-1312", Paragraphs: []domain.Paragraph{{Text: "Да."}}},
	})
	m, _ := openLetter(t, o, present.Route{Letter: domain.LetterID{9}})
	if s := m.Strips(); len(s) != 1 || s[0].Words != "Върнато: Посочете срок." {
		t.Errorf("strips %v", s)
	}
}

func TestAChangeOfAnApprovedLetterVoidsIt(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	content := domain.Letter{
		Template: domain.TAnswer, Salutation: "Уважаема,", OurRef: "94-1312", Paragraphs: []domain.Paragraph{{Text: "Да."}},
		Signer: domain.Signer{Name: "Марко Реджебов"},
	}
	o.put(domain.LetterFile{
		ID: domain.LetterID{9}, State: domain.LetterApproved, Author: authorID, Writers: []domain.UserID{authorID}, Content: content,
		Approvals: []domain.Approval{{By: chiefID}},
	})
	o.user = mayorID
	m, e := openLetter(t, o, present.Route{Letter: domain.LetterID{9}})
	if step, _, why := m.Step(); step != present.SignStep || why != "" {
		t.Fatalf("the mayor: %v %q", step, why)
	}
	m.Edit(m.Blocks()[1].ID, "Да!")
	if s := m.Strips(); len(s) != 1 || !strings.Contains(s[0].Words, "одобрението отпада") {
		t.Errorf("strips %v", s)
	}
	if step, _, _ := m.Step(); step != present.SubmitStep {
		t.Errorf("step %v", step)
	}
	m.Edit(m.Blocks()[1].ID, "Да.")
	yes := m.Ask
	m.Ask = func(_ present.Question, answer func(bool)) { answer(false) }
	m.Press()
	if len(o.calls) > 0 {
		t.Errorf("did %v after a no", o.calls)
	}
	m.Ask = yes
	m.Press()
	if strings.Join(o.calls, ";") != "sign" || e.toasts[0].Words != "Подписано. Изходящ номер 94-87/23.11.2026" {
		t.Errorf("did %v, said %v", o.calls, e.toasts)
	}
	if step, words, _ := m.Step(); step != present.PrintStep || words != "Печат" || m.MayWrite() {
		t.Errorf("afterwards %v %q", step, words)
	}
	m.Press()
	if o.shown != 1 {
		t.Errorf("shown %d times", o.shown)
	}
}

func TestTheAuthorDoesNotSign(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	o.put(domain.LetterFile{
		ID: domain.LetterID{9}, State: domain.LetterApproved, Author: mayorID, Writers: []domain.UserID{mayorID},
		Content:   domain.Letter{Template: domain.TAnswer, Paragraphs: []domain.Paragraph{{Text: "Да."}}},
		Approvals: []domain.Approval{{By: chiefID}},
	})
	o.user = mayorID
	m, _ := openLetter(t, o, present.Route{Letter: domain.LetterID{9}})
	if step, _, why := m.Step(); step != present.SignStep || !strings.Contains(why, "собственото си писмо") {
		t.Errorf("%v %q", step, why)
	}
}

func TestSignersAreThoseTheTableLetsSign(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	o.office.Users[2].Grants[0].ActingFor, o.office.Users[2].Grants[0].Role = mayorID, domain.Mayor
	m, _ := openLetter(t, o, present.Route{})
	words, chosen := m.Signers()
	want := "Б. Кирова, началник отдел; И. Стоянова, за кмет на Община Примерно (замества); М. Реджебов, кмет на Община Примерно"
	if strings.Join(words, "; ") != want || chosen < 0 {
		t.Errorf("signers %v, chosen %d", words, chosen)
	}
	m.SignBy(1)
	m.Save()
	if l, _ := o.c.Letter(domain.LetterID{9}); l.Content.Signer.For != "Кмет на Община Примерно" || l.Content.Signer.Order != "РД-1" {
		t.Errorf("signer %+v", l.Content.Signer)
	}
}

func TestOlderVersionsAreLookedAtAndTaken(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, _ := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Първа.")
	m.Save()
	m.Edit(fieldOf(t, m, "Answer").ID, "Втора.")
	m.Save()
	m.View(1)
	if m.MayWrite() || !strings.HasPrefix(m.Strips()[0].Words, "Гледате: Версия 1, К. Русев") {
		t.Errorf("strips %v", m.Strips())
	}
	m.TakeVersion()
	if b := fieldOf(t, m, "Answer"); b.Text != "Първа." || !m.MayWrite() {
		t.Errorf("text %q", b.Text)
	}
}

func TestAFaultLeavesTheTextAndMayBeTriedAgain(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, e := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Да.")
	o.fail = errors.New("дискът е пълен")
	m.Press()
	if m.Summary != "дискът е пълен" || e.backs != 0 || m.Busy {
		t.Errorf("summary %q, back %d", m.Summary, e.backs)
	}
	o.fail = nil
	m.Press()
	if m.Summary != "" || e.backs != 1 {
		t.Errorf("summary %q, back %d", m.Summary, e.backs)
	}
}

func TestAnotherVersionIsTakenOverOrToldOf(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, _ := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Да.")
	m.Save()
	other := func(text string) {
		l, _ := o.c.Letter(domain.LetterID{9})
		content := l.Content
		content.Paragraphs = append([]domain.Paragraph{}, content.Paragraphs...)
		content.Paragraphs[1].Text = text
		o.user = chiefID
		if _, err := o.Draft(o.seqCommand(), letterCase, l.ID, content); err != nil {
			t.Fatal(err)
		}
		o.user = authorID
		m.Reload()
	}
	other("Не.")
	if b := fieldOf(t, m, "Answer"); b.Text != "Не." || len(m.Strips()) != 0 {
		t.Errorf("nothing was typed, yet the text is %q, strips %v", b.Text, m.Strips())
	}
	m.Edit(fieldOf(t, m, "Answer").ID, "Може би.")
	other("Никога.")
	if b := fieldOf(t, m, "Answer"); b.Text != "Може би." {
		t.Errorf("what was typed is lost: %q", b.Text)
	}
	if s := m.Strips(); len(s) != 1 || !strings.HasPrefix(s[0].Words, "Междувременно Б. Кирова записа друга версия") {
		t.Errorf("strips %v", s)
	}
}

func TestALetterThatPassesACaseOnGoesToTheBody(t *testing.T) {
	o := newLetterOffice(t, domain.Signal)
	o.c.Admitted = domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Body: "Областна администрация Примерово"}
	o.c.State = domain.StateForwarded
	m, _ := openLetter(t, o, present.Route{Arg: string(domain.TForwardBody)})
	for _, b := range m.Blocks() {
		if b.Part == present.AddresseePart && b.Text != "Областна администрация Примерово" {
			t.Errorf("it goes to %q", b.Text)
		}
		if b.Part == present.AddresseePart {
			m.Edit(b.ID, "Областен управител\nгр. Примерово\nпл. „Първи“ 1")
		}
	}
	if m.Blocks()[0].Text != "Уважаеми дами и господа," {
		t.Errorf("it begins with %q", m.Blocks()[0].Text)
	}
	m.Save()
	if l, _ := o.c.Letter(domain.LetterID{9}); l.Content.To.Name != "Областен управител" || len(l.Content.To.Lines) != 2 {
		t.Errorf("addressed to %+v", l.Content.To)
	}
}
