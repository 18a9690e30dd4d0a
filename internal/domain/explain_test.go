package domain_test

import (
	"testing"

	"harta/internal/domain"
)

// asks puts a question to somebody.
func (s *story) asks(by, of domain.UserID, question string) {
	s.Helper()
	given(s, by, func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.AskedOpinion, Text: question, To: of, Due: day(s.T, "2026-11-27")})
	})
}

func explain(s *story, words string) func(domain.Acting) (domain.CaseNoted, error) {
	return func(a domain.Acting) (domain.CaseNoted, error) { return a.Explain(s.c, words) }
}

func TestAQuestionWaitsUntilItIsAnswered(t *testing.T) {
	s := against(t, domain.Respondent{User: colleague})
	refused(s, colleague, domain.IsRespondent, "", explain(s, "Бях там."))
	s.asks(secretary, colleague, "Къде бяхте?")
	s.asks(secretary, colleague, "С кого?")
	s.asks(secretary, executor, "Какво знаете?")
	all := s.c.Asked(colleague)
	if len(all) != 2 || all[0].Text != "Къде бяхте?" || all[1].Text != "С кого?" || all[0].Due != day(t, "2026-11-27") {
		t.Fatalf("asked %+v", all)
	}
	if !s.c.Entry().Flags.Has(domain.FlagAsked) {
		t.Error("the line of the register does not say that an answer is awaited")
	}
	given(s, colleague, explain(s, "На гишето, с колега."))
	if all := s.c.Asked(colleague); len(all) != 0 {
		t.Errorf("still asked %+v", all)
	}
	refused(s, colleague, domain.NotAsked, "", explain(s, "И още нещо."))
	if len(s.c.Asked(executor)) != 1 || !s.c.Entry().Flags.Has(domain.FlagAsked) {
		t.Error("an answer of one answered for the other")
	}
	given(s, executor, explain(s, "Нищо."))
	if s.c.Entry().Flags.Has(domain.FlagAsked) {
		t.Error("everybody has answered, and an answer is awaited")
	}
}

func TestWhoIsAskedDoesNothingButAnswer(t *testing.T) {
	for name, who := range map[string]domain.UserID{"the respondent": executor, "somebody without a role": colleague} {
		t.Run(name, func(t *testing.T) {
			s := against(t, domain.Respondent{User: executor})
			s.asks(secretary, who, "Какво стана?")
			why := domain.IsRespondent
			if who == colleague {
				why = domain.NoRole
			}
			refused(s, who, why, "", func(a domain.Acting) (domain.CaseNoted, error) {
				return a.Note(s.c, domain.CaseNoted{Note: domain.PlainNote, Text: "Нищо не е станало."})
			})
			given(s, who, explain(s, "Нищо не е станало."))
			if s.office.MaySee(executor, s.c.Entry(), day(t, "2026-11-23")) {
				t.Error("who answered sees the case")
			}
		})
	}
}

func TestOnlyWhoIsAskedByNameAnswers(t *testing.T) {
	s := against(t, domain.Respondent{Department: personnel})
	s.asks(secretary, executor, "Какво стана?")
	refused(s, head, domain.IsRespondent, "", explain(s, "Аз ще отговоря."))
	given(s, executor, explain(s, "Нищо."))
}

func TestAQuestionIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		note  domain.CaseNoted
		why   domain.Reason
		field string
	}{
		"without words":        {domain.CaseNoted{To: executor}, domain.FieldMissing, "text"},
		"to nobody here":       {domain.CaseNoted{To: stranger, Text: "Какво стана?"}, domain.NoSuchUser, "to"},
		"to be answered ahead": {domain.CaseNoted{To: executor, Text: "Какво стана?", Due: day(t, "2026-11-22")}, domain.DayPassed, "due"},
		"with the sender":      {domain.CaseNoted{To: executor, Text: "Карахте ли се със Стоян Примеров?"}, domain.NamesSender, "text"},
		"to nobody by name":    {domain.CaseNoted{Text: "Какво стана?", Due: day(t, "2026-11-22")}, domain.DayPassed, "due"},
		"with his phone, as one calls it from abroad": {domain.CaseNoted{To: executor, Text: "Кой звъня от +359 88 800 0312?"}, domain.NamesSender, "text"},
		"with his phone": {domain.CaseNoted{To: executor, Text: "Кой звъня от 0888 000-312?"}, domain.NamesSender, "text"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(domain.ComplaintStaff)
			in.Department, in.Respondents = construction, []domain.Respondent{{User: executor}}
			in.Sender.Contact.Phone = "0888000312"
			s.registers(in)
			c.note.Note = domain.AskedOpinion
			refused(s, secretary, c.why, c.field, func(a domain.Acting) (domain.CaseNoted, error) { return a.Note(s.c, c.note) })
		})
	}
	s := against(t, domain.Respondent{User: executor})
	s.asks(secretary, executor, "Разговаряхте ли с г-н Иван Примеров от отдела?") // of the sender only a word
	s.asks(secretary, colleague, "Познавате ли Стоян Примеров?")                  // who is asked is not named in the case
}

func TestASenderOfOneNameIsNamedByIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Department, in.Respondents = construction, []domain.Respondent{{User: executor}}
	in.Sender.Contact.Type, in.Sender.Contact.Name, in.Sender.Contact.Represents = domain.Organisation, "Примерстрой", "Стоян Примеров"
	s.registers(in)
	for _, question := range []string{"Какво обещахте на „Примерстрой“?", "Какво обещахте на г-н Стоян Примеров?"} {
		refused(s, secretary, domain.NamesSender, "text", func(a domain.Acting) (domain.CaseNoted, error) {
			return a.Note(s.c, domain.CaseNoted{Note: domain.AskedOpinion, To: executor, Text: question})
		})
	}
}

func TestAClosedCaseAsksNothing(t *testing.T) {
	s := against(t, domain.Respondent{User: colleague})
	s.asks(secretary, colleague, "Къде бяхте?")
	given(s, secretary, func(a domain.Acting) (domain.CaseAnnulled, error) {
		return a.Annul(s.c, "Вписана два пъти.")
	})
	refused(s, colleague, domain.NotAsked, "", explain(s, "На гишето."))
	if s.c.Entry().Flags.Has(domain.FlagAsked) {
		t.Error("an annulled case awaits an answer")
	}
}
