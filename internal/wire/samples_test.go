package wire_test

import (
	"maps"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/wire"
)

// samples are the events of the golden corpus, all made up: <kind>.<version>, and „+<word>“ for a further one of
// the same version. They are as frozen as the files: a new field gets a further sample.
func samples() map[string]domain.Event {
	all := map[string]domain.Event{}
	for _, part := range []map[string]domain.Event{officeSamples(), ruleSamples(), caseSamples(), movedSamples(), workSamples(), letterSamples(), erasureSamples()} {
		maps.Copy(all, part)
	}
	return all
}

// num gives 16 or 32 bytes that are recognised in a dump.
func num(n byte) (id [16]byte) {
	for i := range id {
		id[i] = n
	}
	return id
}

func sum(n byte) (d [32]byte) {
	for i := range d {
		d[i] = n
	}
	return d
}

func on(iso string) calendar.Date {
	d, err := calendar.ParseDate(iso)
	if err != nil {
		return 0
	}
	return d
}

func officeSamples() map[string]domain.Event {
	at := time.Date(2026, time.January, 5, 6, 30, 15, 250e6, time.UTC)
	return map[string]domain.Event{
		"office.founded.1": domain.OfficeFounded{
			Keys: []domain.PublicKey{sum(0xa1), sum(0xa2)}, Founder: num(0x11), Recipient: "age1founder", Recovery: "age1recovery",
			Desk: num(0xd1), Demo: true, At: at,
		},
		"office.keyed.1": domain.OfficeKeyed{
			Epoch: 2, Sealed: []byte("age-encryption.org/v1"), Users: []domain.UserID{num(0x11), num(0x12)},
		},
		"chain.opened.1": domain.ChainOpened{
			Desk: num(0xd2), Purpose: domain.AccessChain, Series: "Б",
			Continues: domain.ChainPoint{Chain: num(0xc1), Seq: 70000, Hash: sum(0xc2)},
		},
		"user.added.1": domain.UserAdded{
			User: num(0x12), Name: "Мария Примерова", Title: "главен експерт", Department: num(0x21),
		},
		"user.keyed.1": domain.UserKeyed{
			Keys: []domain.PublicKey{sum(0xa3)}, User: num(0x12), Recipient: "age1user", Provisional: true,
		},
		"user.removed.1": domain.UserRemoved{User: num(0x12), From: on("2026-09-01")},
		"role.granted.1": domain.RoleGranted{
			User: num(0x12), Role: domain.Head, Department: num(0x21), From: on("2026-02-02"), Until: on("2026-12-31"),
			Order: "РД-15-7/30.01.2026", ActingFor: num(0x13),
		},
		"role.revoked.1": domain.RoleRevoked{
			User: num(0x12), Role: domain.Head, Department: num(0x21), From: on("2026-10-01"),
		},
		"department.set.1": domain.DepartmentSet{Department: num(0x21), Name: "Чистота и озеленяване", Closed: true},
		"topic.set.1": domain.TopicSet{
			Topic: num(0x31), Name: "Сметоизвозване", Department: num(0x21), Closed: true,
		},
		"filing.set.1": domain.FilingSet{
			Code: "04-12", Title: "Сигнали и предложения", Years: 5, Permanent: true, Closed: true,
		},
		"person.recorded.1": domain.PersonRecorded{Person: num(0x41), Contact: sampleContact()},
		"person.corrected.1": domain.PersonCorrected{
			Person: num(0x41), Contact: sampleContact(), Reason: "променен адрес",
		},
		"person.erased.1":        domain.PersonErased{Person: num(0x41), Act: "протокол № 3/12.11.2026"},
		"person.erased.1+sealed": domain.PersonErased{Person: num(0x41), Act: "плик № 3", Sealed: num(0x51)},
		"access.viewed.1":        domain.AccessViewed{Case: num(0x51), What: "exported", Note: "120"},
		"settings.set.1":         domain.SettingsSet{Settings: sampleSettings()},
		"settings.set.1+when":    domain.SettingsSet{Settings: settingsWithTimes()},
		"case.archived.1":        domain.CaseArchived{Filing: "04-12", Volume: "2"},
		"case.accepted.1":        domain.CaseAccepted{},
		"case.reopened.1+due":    domain.CaseReopened{Reason: "нови обстоятелства", Ground: domain.OnCourt, Due: on("2027-02-01")},
		"case.withdrawn.1+on":    domain.CaseWithdrawn{Reason: "общественият интерес", Document: "вх. № 94-1330/20.11.2026", ExOfficio: true},
		"case.reopened.1":        domain.CaseReopened{Reason: "нови обстоятелства"},
		"case.withdrawn.1":       domain.CaseWithdrawn{Reason: "писмено оттегляне"},
	}
}

func ruleSamples() map[string]domain.Event {
	return map[string]domain.Event{
		"calendar.set.1": domain.CalendarSet{
			Declared:  []calendar.Declared{{Date: on("2026-05-02"), Work: true, Basis: "РМС № 1/2026 г."}},
			Confirmed: []domain.ConfirmedYear{{Year: 2026, By: num(0x11)}},
		},
		"rules.set.1": domain.RulesSet{
			Rules: []domain.DeadlineRule{{
				ID: "signal.legal", Kinds: []domain.Kind{domain.Signal, domain.ComplaintStaff}, Clock: domain.LegalClock,
				Term: calendar.Term{N: 2, Unit: calendar.Months}, Max: calendar.Term{N: 3, Unit: calendar.Months, Extended: true},
				Source: "чл. 121 АПК", MaxFrom: "чл. 121, изр. 2 АПК", Law: true, From: on("2026-01-01"),
				Until: on("2027-12-31"), Revision: 2,
			}},
			Reason: "изменение на закона",
		},
		"paragraph.set.1": domain.ParagraphSet{Paragraph: domain.Standard{
			ID: "проверка", Title: "След проверка на място", Word: "проверка", Topic: "Констатации", Template: domain.TUpheld, Owner: num(0x21),
			Until: on("2027-06-30"), Text: "При проверката се установи, че {Violation}.",
		}},
		"template.set.1": domain.TemplateSet{Template: domain.Template{
			ID: domain.TAnswer, Title: "Отговор", Kinds: []domain.Kind{domain.Question},
			Paragraphs: []string{"Във връзка с {subject}", "Уведомяваме Ви, че"}, Notice: "Отговорът не подлежи на обжалване.",
			Closed: true,
		}},
	}
}

func sampleSettings() domain.Settings {
	return domain.Settings{
		Municipality: "Община Примерно", Country: "РЕПУБЛИКА БЪЛГАРИЯ", Settlement: "гр. Примерно", District: "Примерна",
		Address: "пл. „Свобода“ 1", Phone: "000 100 200", Email: "delo@example.bg", Site: "example.bg", Hours: "8:30–17:00",
		Privacy: "Данните се обработват по закон.", Crest: []byte("<svg/>"), NumberTemplate: "{index}-{serial}/{yyyy}",
		IncomingIndex: "94", OutgoingIndex: "95", CharterTarget: 95, WarnDays: 5, LateEntryDays: 1,
		ThirdPerson: []domain.Kind{domain.ComplaintStaff}, SelfUphold: true, PublicMinimum: 5,
	}
}

// settingsWithTimes also say how long something may be given back and when it is archived.
func settingsWithTimes() domain.Settings {
	s := sampleSettings()
	s.GiveBackDays, s.ArchiveMonths = 3, 2
	return s
}

func settingsWithChains() domain.Settings {
	s := settingsWithProsecutor()
	s.Chains = []domain.Chain{
		{Kind: domain.ComplaintStaff, Refusals: true, Steps: []domain.Role{domain.Head, domain.Adviser}, Third: true},
	}
	return s
}

func settingsWithSigner() domain.Settings {
	s := settingsWithChains()
	s.Chains[0].Signs = domain.Secretary
	return s
}

func settingsWithDataOfficer() domain.Settings {
	s := settingsWithSigner()
	s.DataOfficer = "Д. Примерова, dlzd@example.bg"
	return s
}

func settingsWithProsecutor() domain.Settings {
	s := settingsWithTimes()
	s.Prosecutor = "Районна прокуратура – Примерно"
	return s
}

func sampleContact() domain.Contact {
	return domain.Contact{
		Type: domain.Organisation, Name: "Сдружение „Пример“", Represents: "Иван Примеров", Settlement: "гр. Примерно",
		Street: "ул. „Първа“ 2", Postcode: "0001", Email: "pisma@example.bg", Phone: "000 300 400", Address: domain.ToMr,
	}
}

func sampleNumber() domain.Number {
	return domain.Number{
		Direction: domain.Incoming, Series: "Б", Serial: 1312, Date: on("2026-11-12"), Text: "94-Б1312/12.11.2026",
	}
}

func sampleDanger() domain.Danger {
	return domain.Danger{Category: "water", Reason: "спукан водопровод", Told: "дежурният, 12.11.2026, 9:20"}
}

func sampleIntake() domain.Intake {
	return domain.Intake{
		Kind: domain.ComplaintStaff, Channel: domain.ByPost, Subject: "Отказ на гише", Text: "На 10.11.2026 г. ми беше отказано …",
		Demand: "проверка", Sender: domain.Sender{
			Person: num(0x41), Contact: sampleContact(), KeepIdentity: true, Ref: "17", RefDate: on("2026-11-09"),
			Referrer: "общински съветник",
		},
		Respondents: []domain.Respondent{{User: num(0x12), Department: num(0x21), Name: "служител на гише 2"}, {}},
		Topic:       num(0x31), Department: num(0x22),
		ReceivedAt: time.Date(2026, time.November, 11, 22, 30, 0, 0, time.UTC), Violation: on("2026-11-10"),
		Danger: sampleDanger(), Links: []domain.Link{{Case: num(0x52), How: domain.RepeatOf}}, Sheets: 3, Language: "tr",
		LateReason: "постъпило извън работно време",
	}
}

// fullDanger says also where, and when somebody was told.
func fullDanger() domain.Danger {
	d := sampleDanger()
	d.Place, d.ToldAt = "ул. „Първа“ 2", time.Date(2026, time.November, 12, 7, 20, 0, 0, time.UTC)
	return d
}

// fullIntake has what was added to intakes later.
func fullIntake() domain.Intake {
	in := sampleIntake()
	in.Danger = fullDanger()
	return in
}

func sampleCheck() domain.Check {
	return domain.Check{
		Missing: []domain.Missing{domain.NoName, domain.NoContact}, Illegible: true, NoDanger: "става дума за удобство",
		Continuing: true, NewFacts: true, Execution: true, Contested: true, Answerable: "за язовира", Data: "адреси",
		Whose: domain.OthersData, Competence: "чл. 139 ЗВ", Already: true, Translation: "заклет преводач", Registry: "РКИ",
		HandedTo: "П. Примеров", HandedOn: on("2026-11-13"),
	}
}

func sampleDeadlines() []domain.Deadline {
	return []domain.Deadline{
		{
			Clock: domain.LegalClock, Rule: "signal.legal", Term: calendar.Term{N: 2, Unit: calendar.Months},
			Start: on("2026-11-12"), Nominal: on("2027-01-12"), Due: on("2027-01-12"), Calendar: "6f188a1cf743",
		},
		{
			Clock: domain.CharterClock, Rule: "complaint.charter", Term: calendar.Term{N: 2, Unit: calendar.Months, Extended: true},
			Start: on("2026-11-12"), Nominal: on("2027-01-10"), Due: on("2027-01-11"), Calendar: "6f188a1cf743", Extended: true,
			Late: true, First: on("2026-12-14"),
		},
	}
}

func caseSamples() map[string]domain.Event {
	at := time.Date(2026, time.November, 12, 7, 15, 42, 7e6, time.UTC)
	return map[string]domain.Event{
		"case.registered.1": domain.CaseRegistered{
			Case: num(0x51), Number: sampleNumber(), Intake: sampleIntake(), RegisteredAt: at, Deadlines: sampleDeadlines(),
		},
		"case.imported.1": domain.CaseImported{
			Case: num(0x53), Number: sampleNumber(), Intake: sampleIntake(), RegisteredAt: at, Deadlines: sampleDeadlines(),
			State: domain.Closed, Outcome: domain.Upheld, AnsweredOn: on("2026-12-10"), Officer: "П. Примеров", Parent: "94-7/2025",
			Source: "register.csv",
		},
		"case.corrected.1": domain.CaseCorrected{
			Fields: []domain.Field{domain.FieldKind, domain.FieldSubject}, Intake: sampleIntake(), Deadlines: sampleDeadlines(),
			Reason: "сгрешен вид",
		},
		"case.annulled.1": domain.CaseAnnulled{Reason: "регистрирано два пъти"},
		"case.admissibility_decided.1": domain.AdmissibilityDecided{
			Ground: domain.GroundNotOurs, Result: domain.StateForwarded, Reason: "язовирът е държавен", Body: "областният управител",
			Into: num(0x52), Danger: sampleDanger(), Seal: "П-4", Basis: "чл. 112 АПК", Decided: on("2026-11-13"),
		},
		"case.registered.1+law": domain.CaseRegistered{
			Case: num(0x51), Number: sampleNumber(), Intake: fullIntake(), RegisteredAt: at, Deadlines: sampleDeadlines(),
		},
		"case.imported.1+law": domain.CaseImported{
			Case: num(0x53), Number: sampleNumber(), Intake: fullIntake(), RegisteredAt: at, Deadlines: sampleDeadlines(),
			State: domain.Closed, Outcome: domain.Upheld, AnsweredOn: on("2026-12-10"), Officer: "П. Примеров", Parent: "94-7/2025",
			Source: "register.csv",
		},
		"case.corrected.1+law": domain.CaseCorrected{
			Fields: []domain.Field{domain.FieldKind, domain.FieldSubject}, Intake: fullIntake(), Deadlines: sampleDeadlines(),
			Reason: "сгрешен вид",
		},
		"case.admissibility_decided.1+law": domain.AdmissibilityDecided{
			Ground: domain.GroundNotOurs, Result: domain.StateForwarded, Reason: "язовирът е държавен", Body: "областният управител",
			Into: num(0x52), Danger: fullDanger(), Seal: "П-4", Basis: "чл. 112 АПК", Decided: on("2026-11-13"), Check: sampleCheck(),
		},
		"case.admissibility_proposed.1": domain.AdmissibilityProposed{
			Ground: domain.GroundNotOurs, Reason: "язовирът е държавен", Body: "областният управител", Into: num(0x52),
			Danger: fullDanger(), Check: sampleCheck(),
		},
		"case.erased.1": domain.CaseErased{
			Case: num(0x51), Act: "акт № 9/01.06.2032",
			Residue: domain.Residue{
				Number: sampleNumber(), Kind: domain.ComplaintStaff, Channel: domain.ByPost, Topic: num(0x31), Department: num(0x21),
				ReceivedOn: on("2026-11-12"), AnsweredOn: on("2026-12-10"), DecidedOn: on("2026-12-08"), ClosedOn: on("2026-12-11"),
				Deadlines: sampleDeadlines(), State: domain.Closed, Outcome: domain.Upheld, Sender: domain.NaturalPerson,
				Issued: []domain.Number{{
					Direction: domain.Outgoing, Series: "Б", Serial: 901, Date: on("2026-12-10"), Text: "94-Б901/10.12.2026",
				}},
				ForwardedOn: on("2026-11-19"), ExecutedOn: on("2026-12-30"), Ground: domain.Admissible, Measures: 2, Returns: 1,
				Flags: domain.FlagApology,
			},
		},
	}
}

// movedSamples are of a calendar that was changed, and of terms that it has moved.
func movedSamples() map[string]domain.Event {
	before := caseSamples()
	registered, _ := before["case.registered.1+law"].(domain.CaseRegistered)
	imported, _ := before["case.imported.1+law"].(domain.CaseImported)
	corrected, _ := before["case.corrected.1+law"].(domain.CaseCorrected)
	erased, _ := before["case.erased.1"].(domain.CaseErased)
	moved := sampleDeadlines()
	moved[1].Told = on("2027-01-08")
	registered.Deadlines, imported.Deadlines, corrected.Deadlines, erased.Residue.Deadlines = moved, moved, moved, moved
	return map[string]domain.Event{
		"case.registered.1+whole": wholeRegistered(wholeIntake(), moved), "case.imported.1+whole": wholeImported(wholeIntake(), moved),
		"case.corrected.1+whole":   wholeCorrected(wholeIntake(), moved),
		"case.registered.1+passed": wholeRegistered(passedIntake(), moved), "case.imported.1+passed": wholeImported(passedIntake(), moved),
		"case.corrected.1+passed": wholeCorrected(passedIntake(), moved),
		"case.registered.1+told":  registered, "case.imported.1+told": imported, "case.corrected.1+told": corrected,
		"case.erased.1+told": erased,
		"case.taken_out.1": domain.CaseTakenOut{
			Case: num(0x51), Ground: domain.GroundSealed, Residue: erased.Residue, Seal: "П-4", HandedTo: "Длъжностно лице",
			At: time.Date(2026, time.November, 12, 8, 0, 0, 0, time.UTC),
		},
		"calendar.set.1+reason": domain.CalendarSet{
			Declared:  []calendar.Declared{{Date: on("2026-05-02"), Work: true, Basis: "заповед № 1/2026 г.", Local: true}},
			Confirmed: []domain.ConfirmedYear{{Year: 2026, By: num(0x11)}}, Reason: "обнародвано е друго решение",
		},
	}
}

// wholeIntake has everybody who is told.
func wholeIntake() domain.Intake {
	in := fullIntake()
	in.Sender.ReferrerAt, in.Affected = sampleContact(), []domain.Contact{sampleContact()}
	return in
}

// passedIntake also says with which letter it was passed on.
func passedIntake() domain.Intake {
	in := wholeIntake()
	in.Sender.ReferrerRef, in.Sender.ReferrerOn = "12-00-5", on("2026-11-10")
	return in
}

func wholeRegistered(in domain.Intake, moved []domain.Deadline) domain.CaseRegistered {
	e, _ := caseSamples()["case.registered.1"].(domain.CaseRegistered)
	e.Intake, e.Deadlines = in, moved
	return e
}

func wholeImported(in domain.Intake, moved []domain.Deadline) domain.CaseImported {
	e, _ := caseSamples()["case.imported.1"].(domain.CaseImported)
	e.Intake, e.Deadlines = in, moved
	return e
}

func wholeCorrected(in domain.Intake, moved []domain.Deadline) domain.CaseCorrected {
	e, _ := caseSamples()["case.corrected.1"].(domain.CaseCorrected)
	e.Intake, e.Deadlines = in, moved
	return e
}

func workSamples() map[string]domain.Event {
	return map[string]domain.Event{
		"settings.set.1+chains": domain.SettingsSet{Settings: settingsWithChains()},
		"settings.set.1+signs":  domain.SettingsSet{Settings: settingsWithSigner()},
		"settings.set.1+data":   domain.SettingsSet{Settings: settingsWithDataOfficer()},
		"surplus.found.1": domain.SurplusFound{
			Item: "копие на лична карта", Document: num(0x71), Learned: on("2026-11-12"), Due: on("2026-12-14"),
		},
		"surplus.settled.1": domain.SurplusSettled{
			Item: "копие на лична карта", How: domain.SurplusErased, On: on("2026-11-20"), Protocol: "№ 4/20.11.2026", Document: num(0x71),
		},
		"case.decided.1+crime": domain.CaseDecided{
			Outcome: domain.Upheld, Findings: "Подписът е подправен.", On: on("2026-12-08"), Apology: true, Crime: true,
			Nothing:  "поправено е вече",
			Measures: []domain.Measure{{Text: "проверка", Department: num(0x21), Due: on("2026-12-30")}},
		},
		"settings.set.1+prosecutor": domain.SettingsSet{Settings: settingsWithProsecutor()},
		"case.resolved.1": domain.CaseResolved{
			Department: num(0x21), Lead: num(0x12), Others: []domain.UserID{num(0x13)}, Text: "За проверка и отговор.",
			Due: on("2026-11-27"), On: on("2026-11-13"), As: domain.Secretary,
		},
		"case.returned.1": domain.CaseReturned{Reason: "не е от компетентността на отдела"},
		"case.reassigned.1": domain.CaseReassigned{
			Lead: num(0x14), Others: []domain.UserID{num(0x12), num(0x13)}, Reason: "отпуск",
		},
		"case.noted.1": domain.CaseNoted{Note: domain.Inspected, Text: "Проверката е извършена на място."},
		"case.noted.1+slip": domain.CaseNoted{
			Note: domain.SlipGiven, Text: "на гише", To: num(0x12), Due: on("2026-11-20"),
			Told: []domain.ToldTerm{{Clock: domain.LegalClock, Due: on("2027-01-12")}, {Clock: domain.CharterClock, Due: on("2026-12-14")}},
		},
		"case.noted.1+asked": domain.CaseNoted{
			Note: domain.AskedOpinion, Text: "Кога напуснахте гишето?", To: num(0x12), Due: on("2026-11-27"),
		},
		"case.decided.1": domain.CaseDecided{
			Outcome: domain.PartlyUpheld, Findings: "Оплакването е отчасти основателно.", On: on("2026-12-08"),
			Measures: []domain.Measure{{Text: "обучение", Department: num(0x21), Due: on("2027-01-15")}}, Apology: true,
		},
		"case.decided.1+nothing": domain.CaseDecided{
			Outcome: domain.Upheld, Findings: "Оплакването е основателно.", On: on("2026-12-08"),
			Measures: []domain.Measure{{Text: "обучение", Department: num(0x21), Due: on("2027-01-15")}}, Apology: true,
			Nothing: "Направено е още при проверката.",
		},
		"case.executed.1": domain.CaseExecuted{On: on("2027-01-14"), Evidence: "присъствен списък"},
		"case.closed.1": domain.CaseClosed{
			On: on("2027-01-18"), Note: "няма адрес за отговор", LateReason: "чакано становище", LateUnit: num(0x22),
		},
		"document.added.1": domain.DocumentAdded{
			Document: num(0x61), Name: "снимка.jpg", Type: "image/jpeg", Size: 5_000_000_000, Blob: sum(0x62), Key: num(0x63), Sheets: 1,
		},
		"extension.decided.1": domain.ExtensionDecided{
			Clock: domain.LegalClock, Letter: num(0x71), Reason: "сложна проверка", Actions: "експертиза", Until: on("2027-02-12"),
			Authority: "кметът", Document: "РД-15-90/05.01.2027", Source: "чл. 121 АПК",
		},
	}
}

func sampleLetter() domain.Letter {
	return domain.Letter{
		Template: domain.TUpheld, Case: num(0x51),
		Head: domain.Letterhead{
			Country: "РЕПУБЛИКА БЪЛГАРИЯ", Office: "ОБЩИНА ПРИМЕРНО", Address: "пл. „Свобода“ 1", Contact: "000 100 200",
			Crest: []byte("<svg/>"), Place: "гр. Примерно",
		},
		To: domain.Addressee{Name: "Сдружение „Пример“", Lines: []string{"ул. „Първа“ 2", "0001 гр. Примерно"}}, Copies: []string{"отдел 1"},
		YourRef: "17/09.11.2026", OurRef: "94-Б1312/12.11.2026", Subject: "Отказ на гише", Salutation: "Уважаеми г-н Примеров,",
		Paragraphs: []domain.Paragraph{{Text: "Констатации", Style: domain.Heading}, {Text: "Жалбата е основателна."}},
		Notice:     "Отговорът не подлежи на обжалване.", Enclosures: []string{"протокол"}, Closing: "С уважение,",
		Signer: domain.Signer{Name: "Петър Примеров", Title: "секретар", For: "кмета", Order: "РД-15-7/30.01.2026"},
		Author: "М. Примерова", Apology: true, Exercise: true,
	}
}

func letterSamples() map[string]domain.Event {
	content := sampleLetter()
	return map[string]domain.Event{
		"letter.drafted.1":   domain.LetterDrafted{Letter: num(0x71), Content: content, Hash: wire.LetterHash(content)},
		"letter.submitted.1": domain.LetterSubmitted{Letter: num(0x71), Hash: sum(0x72)},
		"letter.submitted.1+chain": domain.LetterSubmitted{Letter: num(0x71), Hash: sum(0x72), Fixed: true, Chain: domain.Chain{
			Kind: domain.ComplaintStaff, Refusals: true, Steps: []domain.Role{domain.Head, domain.Adviser}, Third: true, Signs: domain.Secretary,
		}},
		"letter.endorsed.1+chain": domain.LetterEndorsed{Letter: num(0x71), Hash: sum(0x72), As: domain.Head, Waits: domain.Adviser},
		"letter.endorsed.1":       domain.LetterEndorsed{Letter: num(0x71), Hash: sum(0x72)},
		"letter.returned.1":       domain.LetterReturned{Letter: num(0x71), Comment: "липсва правно основание"},
		"letter.numbered.1": domain.LetterNumbered{
			Letter: num(0x71), Hash: sum(0x72), Number: sampleNumber(), SignedBy: num(0x13), Title: "секретар", PDF: sum(0x73),
			Blob: sum(0x74), Key: num(0x75), Size: 48213, At: time.Date(2026, time.December, 10, 13, 5, 9, 120e6, time.UTC),
		},
		"letter.dispatched.1": domain.LetterDispatched{
			Letter: num(0x71), Channel: domain.ByPost, On: on("2026-12-10"), Ref: "RR000000001BG",
		},
		"letter.served.1":   domain.LetterServed{Letter: num(0x71), On: on("2026-12-14"), How: "обратна разписка"},
		"letter.annulled.1": domain.LetterAnnulled{Letter: num(0x71), Reason: "сменен подписващ"},
	}
}
