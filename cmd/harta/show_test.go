package main

import (
	"encoding/json"
	"testing"

	"harta/internal/desk"
)

func TestARegistrationStandsWithoutItsSlip(t *testing.T) {
	c := demo(t)
	out, said, code := c.run("register", "--kind", "question", "--subject", "?", "--sender", "Ли Иванов", "--receipt", c.root)
	if code != exitOK {
		t.Errorf("exit %d", code)
	}
	contains(t, out, "94-1/23.11.2026", "срок")
	contains(t, said, "папка или устройство", "harta receipt 94-1/23.11.2026")
	register(c)
	contains(t, c.does("receipt", "2", "--out", c.path("slip.pdf")), "slip.pdf")
	contains(t, c.fails(exitFailed, "receipt", "2", "--out", c.root), "папка или устройство")
	contains(t, c.fails(exitFailed, "attach", "2", c.root), "папка или устройство")
	contains(t, c.fails(exitFailed, "merge", c.root), "В папката "+c.root+" няма данни")
}

func TestThatTheSlipWasGivenIsRecordedOnce(t *testing.T) {
	c := demo(t)
	contains(t, c.does("register", "--kind", "complaint_service", "--subject", "?", "--sender", "Ли Иванов", "--email", "li@example.bg", "--receipt", c.path("slip.pdf"), "--given"),
		"бележката е дадена на подателя", "срок по Хартата: 23.12.2026")
	contains(t, c.does("show", "1"), "Бележка на подателя: 23.11.2026", "23.12.2026")
	contains(t, c.does("show", "1"), "бележката е дадена на подателя", "законов срок: 25.01.2027")
	contains(t, c.fails(exitFailed, "register", "--kind", "question", "--subject", "?", "--sender", "Ли Иванов", "--email", "li@example.bg", "--given"), "--receipt")
	contains(t, c.fails(exitRefused, "receipt", "1", "--given"), "Вече е отбелязано", "23.11.2026")
	register(c)
	contains(t, c.does("receipt", "2", "--given"), "бележката е дадена на подателя")
	contains(t, c.does("--user", "secretary", "calendar", "off", "23.12.2026", "--basis", "РМС № 1", "--dry-run"), "С бележката от 23.11.2026", "23.12.2026")
}

func TestARequestForOnesOwnDataIsHandedOver(t *testing.T) {
	c := demo(t)
	register(c)
	c = c.with(envUser + "=secretary")
	asks := []string{"admit", "1", "--ground", "own_data", "--personal-data", "досието", "--reason", "Иска своите данни."}
	contains(t, c.fails(exitRefused, asks...), "Длъжностно лице по защита на данните")
	c.does(append(asks, "--body", "Д. Примерова", "--handed-on", "23.11.2026")...)
	contains(t, c.does("show", "1"), "Д. Примерова", "чл. 15 от Регламент (ЕС) 2016/679", "предадено на 23.11.2026")
	contains(t, c.does("letter", "draft", "1", "--template", "T24"), "T24")
	contains(t, c.does("letter", "show", "1", "1"), "досието", "Д. Примерова", "до един месец")
}

func TestWhatNoLetterCanPrintIsNotRegistered(t *testing.T) {
	c := demo(t)
	asks := []string{"register", "--kind", "question", "--subject", "?", "--sender", "Ли Иванов", "--settlement", "гр. Примерно"}
	for field, more := range map[string][]string{
		"„Подател“":        {"--sender", "李 Иванов"},
		"„Относно“":        {"--subject", "Къде е 李?"},
		"„Засегнати лица“": {"--affected", "Мария | с. 李"},
		"„Препратена от“":  {"--referrer", "李"},
	} {
		contains(t, c.fails(exitRefused, append(asks, more...)...), field, "знака „李“", "(")
	}
	contains(t, c.fails(exitRefused, append(asks, "--affected", "Мария | гр. Примерно | ул. „Първа“ 1 | 0888")...), "„Засегнати лица“", "@")
	c.does(append(asks, "--text", "В текста може: 李")...)
}

func TestWhoElseIsToldIsShown(t *testing.T) {
	c := demo(t)
	register(c, "--referrer", "Омбудсманът", "--referrer-ref", "12-5", "--referrer-date", "20.11.2026", "--referrer-at", "гр. Примерно | пл. „Свобода“ 1",
		"--affected", "Мария Примерова | с. Примерово", "--affected", "Петър Примеров")
	contains(t, c.does("show", "1"), "Препратена от: Омбудсманът", "12-5/20.11.2026", "пл. „Свобода“ 1", "Мария Примерова", "Петър Примеров")
	var file fileJSON
	if err := json.Unmarshal([]byte(c.does("show", "1", "--json")), &file); err != nil {
		t.Fatal(err)
	}
	if file.Referrer == nil || file.Referrer.Date != "2026-11-20" || len(file.Affected) != 2 || file.Affected[0].Settlement != "с. Примерово" {
		t.Errorf("got %+v and %+v", file.Referrer, file.Affected)
	}
	contains(t, c.fails(exitRefused, "register", "--kind", "question", "--subject", "?", "--sender", "Ли", "--referrer-ref", "12-5"), "Препратена от")
}

func TestAllThatWasRegisteredIsShown(t *testing.T) {
	c := demo(t)
	register(c, "--danger", "пукнат тръбопровод", "--danger-kind", "water", "--danger-told", "112, в 9 ч.", "--email", "m@primerno.example",
		"--phone", "02 123", "--postcode", "1000", "--respondent", "executor", "--violation", "20.11.2026", "--your-ref", "АБ-7",
		"--keep-identity", "--sheets", "3")
	c.does("--user", "secretary", "admit", "1", "--ground", "admissible", "--reason", "по компетентност")
	contains(t, c.does("show", "1"), "Опасност: вода, пукнат тръбопровод", "112, в 9 ч.", "m@primerno.example", "Телефон: 02 123",
		"Пощенски код: 1000", "Срещу кого: ", "Дата на нарушението: 20.11.2026", "Ваш №: АБ-7", "Самоличност: да не се разкрива",
		"Листове: 3", "Основание: ", "Мотив за допустимостта: по компетентност")
	var file fileJSON
	if err := json.Unmarshal([]byte(c.does("show", "1", "--json")), &file); err != nil {
		t.Fatal(err)
	}
	if file.Danger == nil || file.Danger.Kind != "water" || file.Ref != "АБ-7" || !file.KeepIdentity || file.Sheets != 3 ||
		file.Violation != "2026-11-20" || file.Admission == nil || file.Admission.Ground != "admissible" || len(file.Respondents) != 1 {
		t.Errorf("got %+v", file)
	}
	c.does("register", "--kind", "signal", "--subject", "Дупка", "--anonymous", "--danger", "няма капак", "--topic", "Пътна инфраструктура")
	contains(t, c.does("show", "2"), "анонимен", "Опасност: няма капак")
}

func TestALetterKeepsWhatIsNotToldAgain(t *testing.T) {
	c := demo(t)
	register(c)
	c.does("--user", "secretary", "admit", "1", "--ground", "admissible")
	c.does("--user", "secretary", "resolve", "1", "--department", "Човешки ресурси", "--lead", "executor", "--text", "за отговор")
	c = c.with(envUser + "=executor")
	c.does("accept", "1")
	c.does("letter", "draft", "1", "--template", "т14", "--set", "Answer=Утре.", "--signer", "secretary", "--enclosure", "План")
	c.does("letter", "draft", "1", "--letter", "Т14", "--set", "Answer=Днес.")
	contains(t, c.does("letter", "show", "1", "1"), "Днес.", "План", "Десислава Корова")
	contains(t, c.fails(exitFailed, "letter", "draft", "1", "--letter", "1", "--set", "Otgovor=Да"), "„Отговор на въпрос“", "Otgovor", "Answer")
	contains(t, c.fails(exitFailed, "letter", "draft", "1"), "T14 Отговор")
	contains(t, c.fails(exitRefused, "letter", "draft", "1", "--template", "T99"), "T99", "T14 Отговор")
}

func TestUnknownValuesListWhatIsPossible(t *testing.T) {
	c := demo(t)
	base := []string{"register", "--subject", "?", "--sender", "А"}
	for flag, possible := range map[string]string{
		"kind": "question", "channel": "desk", "topic": "Пътна инфраструктура", "department": "Човешки ресурси", "danger-kind": "water",
	} {
		contains(t, c.fails(exitRefused, append(base, "--"+flag, "няма")...), "--"+flag, "„няма“", possible)
	}
	contains(t, c.fails(exitRefused, "user", "add", "x", "--name", "Х", "--role", "цар"), "--role", "deputy_mayor")
	contains(t, c.fails(exitFailed, "--user", "secretary", "user", "add", "x", "--name", "Х", "--role", "clerk"), "HARTA_NEW_PASSWORD")
}

func TestARealOfficeHasItsOwnCrestOnly(t *testing.T) {
	c := newConsole(t).with(desk.EnvNow + "=")
	found := []string{
		"init", "--municipality", "Община Х", "--founder-name", "Ана", "--login", "ana", "--department", "Кадри", "--role", "head@Кадри#12", "--crest",
	}
	contains(t, c.fails(exitFailed, append(found, c.write("crest.txt", "герб"))...), "не може да се отпечата")
	c.does(append(found, "../../resources/crest.svg")...)
	contains(t, c.does("user", "list"), "(Кадри, заповед № 12)")
	plan, err := desk.BasicPlan()
	if err != nil || len(plan.Settings.Crest) > 0 {
		t.Errorf("a crest of %d bytes, %v", len(plan.Settings.Crest), err)
	}
}

func TestTheListSaysWhoseTurnItIsAndWhatIsPastHalfOfItsTerm(t *testing.T) {
	c := demo(t)
	register(c)
	contains(t, c.does("list"), "На ход", "деловодител", "1 преписка")
	var cases []caseJSON
	if err := json.Unmarshal([]byte(c.does("list", "--json")), &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) != 1 || cases[0].Turn != "clerk" {
		t.Errorf("got %+v", cases)
	}
	contains(t, c.does("list", "--waiting"), "1 преписка")
	contains(t, c.does("--user", "executor", "list", "--waiting"), "Няма преписки")
	contains(t, c.does("list", "--half"), "Няма преписки")
	c.does("register", "--kind", "signal", "--subject", "Дупка", "--anonymous")
	c = c.with(desk.EnvNow + "=2026-12-29T10:00:00+02:00")
	contains(t, c.does("list", "--half"), "1 преписка", "мина половин срок", "Десислава Корова")
}
