package practice

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// template is the letter with which the case is answered.
func (l *life) template() domain.TemplateID {
	switch kind := domain.Kind(l.Kind); {
	case l.thanked():
		return domain.TThanks
	case kind == domain.Question:
		return domain.TAnswer
	case kind == domain.Proposal:
		return domain.TProposal
	case l.outcome() == domain.Rejected:
		return domain.TRejected
	case kind == domain.ComplaintService:
		return domain.TService
	default:
		return domain.TUpheld
	}
}

// typed is what the author types besides what the program knows.
func (l *life) typed() map[string]string {
	switch l.template() {
	case domain.TThanks:
		return map[string]string{"PraisedTo": l.unit.Name}
	case domain.TAnswer:
		return map[string]string{"Answer": l.Answer}
	default:
		typed := map[string]string{"Decision": l.Decision, "Reasons": cmp.Or(l.Reasons, pick(l.random, l.is.Reasons))}
		if l.Measure == "" { // the letter has a heading for them
			typed["Measures"] = strings.ReplaceAll(l.is.Measures[string(l.template())], "{unit}", l.unit.Name)
		}
		return typed
	}
}

// author is who writes the letter.
func (l *life) author() string {
	if l.thanked() {
		return l.clerk()
	}
	return l.lead
}

// write composes a letter as its author and keeps it.
func (l *life) write(id domain.TemplateID, typed map[string]string) error {
	l.as(l.author())
	file, err := l.office.Case(l.id, office.Opened)
	if err != nil {
		return err
	}
	t, ok := l.now.Template(id)
	if !ok {
		return errors.New("no template " + string(id))
	}
	l.letter, err = l.office.Draft(once, l.id, domain.LetterID{}, l.Compose(file.Case, t, typed))
	return err
}

func (l *life) draft() error { return l.write(l.template(), l.typed()) }

// draftOpen leaves in the letter what its author has still to fill.
func (l *life) draftOpen() error { return l.write(l.template(), nil) }

func (l *life) submit() error {
	l.as(l.author())
	return l.office.Submit(once, l.id, l.letter)
}

func (l *life) endorse() error {
	l.as(l.above)
	file, err := l.office.Case(l.id, office.Opened)
	if err != nil {
		return err
	}
	x, _ := file.Case.Letter(l.letter)
	return l.office.Endorse(once, l.id, l.letter, x.Hash)
}

func (l *life) giveBack() error {
	l.as(l.above)
	return l.office.Return(once, l.id, l.letter, l.is.Comment)
}

// rewrite does what the comment asks for, and submits the letter again.
func (l *life) rewrite() error {
	l.as(l.author())
	file, err := l.office.Case(l.id, office.Opened)
	if err != nil {
		return err
	}
	x, _ := file.Case.Letter(l.letter)
	content := x.Content
	content.Paragraphs = slices.Clone(content.Paragraphs)
	for i, p := range content.Paragraphs {
		if p.Style == domain.Item {
			content.Paragraphs[i].Text = strings.ReplaceAll(l.is.Rewritten, "{unit}", l.unit.Name)
		}
	}
	if _, err := l.office.Draft(once, l.id, l.letter, content); err != nil {
		return err
	}
	return l.submit()
}

func (l *life) sign() error {
	l.as("mayor")
	_, err := l.office.Sign(once, l.id, l.letter, l.Render)
	return err
}

// dispatch sends the letter the way the submission came, those that are not served yet by post.
func (l *life) dispatch() error {
	l.as(l.clerk())
	by := domain.ByPost
	if l.Way != "sent" && (domain.Channel(l.Channel) == domain.ByEmail || domain.Channel(l.Channel) == domain.ByWebForm) {
		by = domain.ByEmail
	}
	return l.office.Dispatch(once, l.id, domain.LetterDispatched{Letter: l.letter, Channel: by})
}

func (l *life) serve() error {
	l.as(l.clerk())
	return l.office.Serve(once, l.id, domain.LetterServed{Letter: l.letter, On: calendar.DateOf(l.Clock.shows())})
}

// extension is how many days later the term ends that is moved.
const extension = 20

// extend writes the letter about the new term, decides it, and sends the letter for endorsement.
func (l *life) extend() error {
	l.as(l.author())
	file, err := l.office.Case(l.id, office.Opened)
	if err != nil {
		return err
	}
	due, _ := file.Case.Due()
	e := domain.ExtensionDecided{
		Clock: due.Clock, Reason: l.is.Extension.Reason, Actions: l.is.Extension.Actions,
		Until: l.now.Calendar().NextWorking(due.Due.AddDays(extension)),
	}
	rule, _ := l.now.Rules.ByID(due.Rule)
	err = l.write(domain.TExtension, map[string]string{
		"Reason": e.Reason, "Actions": e.Actions, "FinalDate": e.Until.Local(), "Source": l.Source(rule.MaxFrom),
		"Authority": l.Plan.Founder.Title, "AuthorityDocument": l.is.Extension.Document,
	})
	if err != nil {
		return err
	}
	e.Letter = l.letter
	l.as("secretary")
	if _, err := l.office.Extend(once, l.id, e); err != nil {
		return err
	}
	return l.submit()
}
