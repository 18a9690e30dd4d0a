package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"harta/internal/desk"
)

// register takes the demo office's clerk to a registered question.
func register(c *console, more ...string) string {
	return c.does(append([]string{
		"register", "--kind", "question", "--subject", "Кога ще има вода", "--sender", "Мария Иванова",
		"--settlement", "гр. Примерно", "--street", "ул. Втора 2", "--salutation", "madam",
	}, more...)...)
}

func TestAQuestionGoesFromTheDeskToItsFile(t *testing.T) {
	c := demo(t)
	contains(t, register(c, "--receipt", c.path("receipt.pdf")), "94-1/23.11.2026", "02.12.2026", "7 раб. дни")
	for _, step := range [][]string{
		{"--user", "secretary", "admit", "1", "--ground", "admissible"},
		{"--user", "secretary", "resolve", "94-1", "--department", "Човешки ресурси", "--lead", "executor", "--text", "за отговор"},
		{"--user", "executor", "accept", "94-1/23.11.2026"},
		{"--user", "executor", "letter", "draft", "1", "--template", "T14", "--set", "Answer=Утре."},
		{"--user", "executor", "letter", "submit", "1", "T14"},
	} {
		c.does(step...)
	}
	contains(t, c.fails(exitRefused, "--user", "executor", "letter", "endorse", "1", "T14"), "собственото си писмо")
	c.does("--user", "head", "letter", "endorse", "1", "1")
	c.does("--user", "executor", "letter", "draft", "1", "--letter", "1", "--set", "Answer=Утре, сутринта.")
	contains(t, c.fails(exitRefused, "--user", "mayor", "letter", "sign", "1", "1"), "одобрено е в по-стара версия")
	c.does("--user", "executor", "letter", "submit", "1", "1")
	c.does("--user", "head", "letter", "endorse", "1", "1")
	contains(t, c.does("--user", "mayor", "letter", "sign", "1", "1", "--out", c.path("letter.pdf")), "подписано и изведено")
	contains(t, c.fails(exitRefused, "close", "1"), "„подписана“")
	c.does("letter", "dispatch", "1", "1", "--channel", "email")
	c.does("close", "1")
	shown := c.does("show", "1")
	contains(t, shown, "приключена", "„Отговор на въпрос“: изпратено", "Радка Янева · Одобрено писмо", "дадени разяснения")
	for _, name := range []string{"receipt.pdf", "letter.pdf", "sheet.pdf"} {
		pdf, err := os.ReadFile(c.path(name))
		if err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
			t.Errorf("%s: %v", name, err)
		}
	}
	contains(t, c.does("letter", "show", "1", "T14"), "Уважаема госпожо Иванова", "Утре, сутринта.")
	contains(t, c.does("report", "--year", "2026", "--out", c.path("2026.xlsx")), "постъпили 1, приключени 1, в работа 0")
	contains(t, c.does("verify", "--full"), "Наред")
}

func TestWhatWasJoinedWaitsForTheDecisionOnTheOther(t *testing.T) {
	c := demo(t)
	register(c)
	register(c, "--email", "ina@primerno.example")
	for _, step := range [][]string{
		{"--user", "secretary", "admit", "1", "--ground", "admissible"},
		{"admit", "2", "--ground", "duplicate", "--into", "1", "--reason", "Същият въпрос."},
		{"letter", "draft", "2", "--template", "T01"},
		{"letter", "submit", "2", "1"},
		{"--user", "secretary", "letter", "endorse", "2", "1"},
		{"--user", "mayor", "letter", "sign", "2", "1"},
		{"letter", "dispatch", "2", "1", "--channel", "email"},
	} {
		c.does(step...)
	}
	contains(t, c.fails(exitRefused, "close", "2"), "94-1/23.11.2026")
	if mine := c.does("list", "--waiting"); strings.Contains(mine, "94-2/") {
		t.Errorf("it is the clerk's turn: %s", mine)
	}
}

func TestAPraiseIsThankedForWithALetterFromAFile(t *testing.T) {
	c := demo(t)
	c.does("register", "--kind", "praise", "--subject", "Благодаря", "--sender", "Иван Петров", "--email", "ivan@primerno.example")
	text := c.write("letter.txt", "# Благодарност\r\n\r\nВашите думи\r\nни радват.\r\n\r\n- Предадени са.\r\n")
	c.does("letter", "draft", "1", "--template", "T15", "--file", text, "--signer", "secretary", "--copy", "архив")
	contains(t, c.does("letter", "show", "1", "1"), "Благодарност\n", "Вашите думи ни радват.", "Десислава Корова")
	c.does("letter", "show", "1", "1", "--out", c.path("draft.pdf"))
	c.does("letter", "submit", "1", "1")
	contains(t, c.does("--user", "secretary", "letter", "return", "1", "1", "--comment", "по-кратко"), "проект")
	contains(t, c.does("note", "1", "Обадиха се пак."), "94-1")
	contains(t, c.fails(exitRefused, "show", "77"), "Проверете номера")
	c.fails(exitRefused, "letter", "submit", "1", "T99")
}

func TestAnExtensionNeedsItsLetter(t *testing.T) {
	c := demo(t)
	register(c)
	c.does("--user", "secretary", "admit", "1", "--ground", "admissible")
	extend := []string{"--user", "mayor", "extend", "1", "--until", "23.12.2026", "--reason", "иска се становище", "--authority", "кмет"}
	contains(t, c.fails(exitRefused, extend...), "Няма такова писмо")
	c.does("letter", "draft", "1", "--template", "T10", "--set", "Reason=становище", "--set", "Actions=искане",
		"--set", "FinalDate=23.12.2026", "--set", "Authority=кмета", "--set", "AuthorityDocument=заповед № 1", "--set", "Source=стандарта")
	c.does(extend...)
	c.does("letter", "submit", "1", "T10")
	c.does("--user", "secretary", "letter", "endorse", "1", "T10")
	c.does("--user", "mayor", "letter", "sign", "1", "T10")
	c.does("letter", "dispatch", "1", "T10")
	contains(t, c.does("show", "1"), "срок по Хартата: 23.12.2026", "Удължен от 02.12.2026 до 23.12.2026")
}

func TestALetterAboutMoreTimeTakesWhatWasDecided(t *testing.T) {
	c := demo(t)
	register(c)
	c.does("--user", "secretary", "admit", "1", "--ground", "admissible")
	c.does("letter", "draft", "1", "--template", "T10")
	c.does("--user", "mayor", "extend", "1", "--until", "23.12.2026", "--reason", "иска се становище", "--actions", "оглед", "--authority", "кмет", "--document", "заповед № 1")
	contains(t, c.does("letter", "show", "1", "T10"), "[ Окончателен срок: празно ]")
	c.does("letter", "draft", "1", "--letter", "T10")
	contains(t, c.does("letter", "show", "1", "T10"), "иска се становище", "е 23.12.2026 г.", "кмет, заповед № 1")
	c.does("letter", "submit", "1", "T10")
}

func TestListIsForProgramsToo(t *testing.T) {
	c := demo(t)
	register(c)
	c.does("register", "--kind", "signal", "--subject", "Дупка", "--anonymous", "--danger", "няма капак", "--topic", "Пътна инфраструктура")
	var all []caseJSON
	for _, test := range []struct {
		args []string
		want string
	}{
		{nil, "94-1/23.11.2026 94-2/23.11.2026"},
		{[]string{"--kind", "signal"}, "94-2/23.11.2026"},
		{[]string{"--text", "ВОДА иванова"}, "94-1/23.11.2026"},
		{[]string{"--department", "строителство и инфраструктура"}, "94-2/23.11.2026"},
		{[]string{"--state", "closed"}, ""},
		{[]string{"--overdue"}, ""},
		{[]string{"--open", "--year", "2026"}, "94-1/23.11.2026 94-2/23.11.2026"},
	} {
		if err := json.Unmarshal([]byte(c.does(append([]string{"list", "--json"}, test.args...)...)), &all); err != nil {
			t.Fatal(err)
		}
		var numbers []string
		for _, x := range all {
			numbers = append(numbers, x.Number)
		}
		if got := strings.Join(numbers, " "); got != test.want {
			t.Errorf("%v: %q, want %q", test.args, got, test.want)
		}
	}
	contains(t, c.does("list", "--state", "closed"), "Няма преписки за показване")
	contains(t, c.with(desk.EnvNow+"=2027-03-01").does("list", "--overdue"), "просрочена с", "2 преписки")
	contains(t, c.fails(exitRefused, "list", "--kind", "letter"), "letter")
	var file fileJSON
	if err := json.Unmarshal([]byte(c.does("show", "2", "--json")), &file); err != nil {
		t.Fatal(err)
	}
	if file.Number != "94-2/23.11.2026" || len(file.Deadlines) == 0 || len(file.History) != 1 || file.History[0].Kind != "case.registered" {
		t.Errorf("got %+v", file)
	}
}

func TestAUserComesChangesHisPasswordAndGoes(t *testing.T) {
	c := demo(t)
	fresh := c.with(envNewPassword + "=пролетен дъжд 88")
	fresh.does("--user", "secretary", "user", "add", "ivan", "--name", "Иван Нов", "--role", "clerk", "--department", "Човешки ресурси")
	contains(t, c.does("user", "list"), "Иван Нов", "деловодител")
	ivan := c.with(envPassword+"=пролетен дъжд 88", envNewPassword+"=летен вятър 99", envUser+"=ivan")
	ivan.does("user", "password")
	later := c.with(envPassword+"=летен вятър 99", envUser+"=ivan")
	later.does("list")
	contains(t, fresh.fails(exitRefused, "--user", "secretary", "user", "add", "ivan", "--name", "Иван Втори", "--role", "clerk"), "вече е заето")
	contains(t, fresh.fails(exitRefused, "--user", "secretary", "user", "add", "petar", "--name", "П", "--role", "цар"), "цар")
	c.does("--user", "secretary", "user", "remove", "ivan")
	later.fails(exitFailed, "list")
	contains(t, c.does("user", "list"), "без достъп от 23.11.2026")
}

func TestBackupIsRestoredWithTheRecoveryCodeAlone(t *testing.T) {
	c := newConsole(t)
	code := c.write("code", c.founded()+"\n")
	register(c)
	contains(t, c.does("backup", c.path("backup")), "проверен")
	contains(t, c.does("backup", c.path("backup"), "--rehearse"), "се възстановява и отваря", "Временната папка е изтрита")
	contains(t, c.does("--user", "secretary", "rebuild"), "1 преписка")

	pc := newConsole(t).with(envPassword+"=нов компютър 26", envUser+"=clerk")
	contains(t, pc.does("restore", c.path("backup"), "--recovery-code-file", code), "Възстановено", "secretary")
	contains(t, pc.does("verify", "--full"), "Наред")
	contains(t, pc.does("list", "--user", "secretary"), "Кога ще има вода")
	old := pc.with(envPassword + "=" + demoPassword)
	contains(t, register(old), "94-А1/23.11.2026")
	contains(t, pc.does("recover", "--recovery-code-file", code), "secretary")

	other := newConsole(t).with(envUser + "=clerk")
	_, notice, exit := other.run("restore", c.path("backup"))
	if exit != exitOK || notice != "" {
		t.Errorf("exit %d: %s", exit, notice)
	}
	_, notice, _ = other.run("register", "--kind", "praise", "--subject", "Браво", "--sender", "А Б")
	contains(t, notice, "нова серия А")
}

func TestADecisionThatUpholdsSaysWhatFollows(t *testing.T) {
	c := demo(t)
	c.does("register", "--kind", "signal", "--subject", "Дупка", "--sender", "Мария Иванова", "--settlement", "гр. Примерно", "--street", "ул. Втора 2")
	c.does("--user", "secretary", "admit", "1", "--ground", "admissible")
	c.does("--user", "secretary", "resolve", "1", "--department", "Човешки ресурси", "--lead", "executor")
	c.does("--user", "executor", "accept", "1")
	decide := []string{"--user", "executor", "decide", "1", "--outcome", "upheld", "--findings", "Дупката е там."}
	contains(t, c.fails(exitRefused, decide...), "няма мерки", "чл. 125 АПК")
	c.does(append(decide, "--nothing", "Запълнена е при огледа.")...)
	contains(t, c.does("show", "1"), "няма какво да се изпълнява: Запълнена е при огледа.")
}
