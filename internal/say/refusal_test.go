package say_test

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// declared returns the arguments that the comment beside a reason names: „latest, source“ or „line, column: why“.
func declared(comment string) []string {
	list, _, _ := strings.Cut(comment, ":")
	var names []string
	for name := range strings.SplitSeq(list, ",") {
		names = append(names, strings.TrimSpace(name))
	}
	return names
}

func TestSentencesAskOnlyForDeclaredArguments(t *testing.T) {
	bg := words(t, "bg")
	for _, c := range constants(t, "internal/domain")["Reason"] {
		for _, name := range placeholders(bg["refusal."+c.value]) {
			if !slices.Contains(declared(c.comment), name) {
				t.Errorf("sentence of %s asks for {%s}; its comment declares %q", c.name, name, c.comment)
			}
		}
	}
}

// refusalIn is a refusal as code makes it: Refuse(op, Reason).On(field).With(name, value)….
type refusalIn struct {
	reason string
	given  []string // names of arguments
	fields []string // literal fields, which need a name
}

// unchain reads a chain of calls that begins with Refuse.
func unchain(call *ast.CallExpr) (r refusalIn, begin *ast.CallExpr) {
	for {
		name, on := receiver(call)
		switch name {
		case "Refuse":
			if len(call.Args) != 2 {
				return r, nil
			}
			switch reason := call.Args[1].(type) {
			case *ast.Ident:
				r.reason = reason.Name
			case *ast.SelectorExpr:
				r.reason = reason.Sel.Name
			}
			return r, call
		case "With":
			key, _ := literal(call.Args[0])
			r.given = append(r.given, key)
			if value, ok := literal(call.Args[1]); ok && key == "field" {
				r.fields = append(r.fields, value)
			}
		case "On":
			if value, ok := literal(call.Args[0]); ok {
				r.fields = append(r.fields, value)
			}
		default:
			return r, nil
		}
		inner, ok := on.(*ast.CallExpr)
		if !ok {
			return r, nil
		}
		call = inner
	}
}

func TestRefusalsInCodeGiveWhatTheirSentencesAsk(t *testing.T) {
	bg, values := words(t, "bg"), map[string]string{}
	for _, c := range constants(t, "internal/domain")["Reason"] {
		values[c.name] = c.value
	}
	count := 0
	for path, file := range sources(t, "internal") {
		seen := map[*ast.CallExpr]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			r, begin := unchain(call)
			if begin == nil || seen[begin] || values[r.reason] == "" {
				return true
			}
			seen[begin] = true
			count++
			for _, name := range placeholders(bg["refusal."+values[r.reason]]) {
				if !slices.Contains(r.given, name) {
					t.Errorf("%s: %s is refused without %q", path, r.reason, name)
				}
			}
			for _, field := range r.fields {
				if _, ok := bg["field."+field]; !ok {
					t.Errorf("%s: the field %q has no name", path, field)
				}
			}
			return true
		})
	}
	if count == 0 {
		t.Error("no refusals found")
	}
}

func TestRefusalSaysWhatWhyAndWhatToDo(t *testing.T) {
	day := calendar.NewDate(2026, time.March, 2)
	for _, c := range []struct {
		refusal *domain.Refusal
		bg, en  string
	}{
		{
			domain.Refuse("close", domain.LatenessMissing).With("due", day),
			"Срокът беше 02.03.2026 и е пропуснат. Впишете причината и отговорното звено и после приключете.",
			"The due day was 02.03.2026 and was missed. Enter the reason and the responsible unit, then close.",
		},
		{
			domain.Refuse("sign", domain.NoRole).With("roles", []domain.Role{domain.Secretary, domain.DeputyMayor, domain.Mayor}),
			"Нямате право на това действие. Извършва го: секретар на общината, заместник-кмет или кмет.",
			"You may not do this. It is done by: secretary of the municipality, deputy mayor or mayor.",
		},
		{
			domain.Refuse("accept", domain.WrongState).With("state", domain.Closed),
			"Преписката е „приключена“ и това действие не е възможно сега. Вижте в нея коя е следващата стъпка.",
			"The case is “closed”, and this cannot be done now. See in it which step is next.",
		},
		{
			domain.Refuse("register", domain.FieldMissing).On("subject").With("field", "subject"),
			"Липсва „Относно“. Попълнете полето и опитайте пак.",
			"“Subject” is missing. Fill in the field and try again.",
		},
		{
			domain.Refuse("note", domain.TooLong).With("limit", 20000),
			"Текстът е по-дълъг от 20\u00a0000 знака. Съкратете го или го приложете като документ.",
			"The text is longer than 20,000 characters. Shorten it, or attach it as a document.",
		},
	} {
		if got := speak(t, "bg").Refusal(c.refusal); got != c.bg {
			t.Errorf("%s\n got %s\nwant %s", c.refusal.Reason, got, c.bg)
		}
		if got := speak(t, "en").Refusal(c.refusal); got != c.en {
			t.Errorf("%s\n got %s\nwant %s", c.refusal.Reason, got, c.en)
		}
	}
}

func TestFaultIsCalmAndNeverRawEnglish(t *testing.T) {
	raw := errors.New("unexpected EOF at 0x1f")
	bg := speak(t, "bg")
	for _, c := range []struct {
		err  error
		want string
	}{
		{raw, "Действието не успя. Потвърденото досега е запазено; опитайте пак. Код за поддръжката: А7-12."},
		{fmt.Errorf("read: %w", fs.ErrNotExist), "Няма такъв файл или папка. Проверете името и пътя. Код за поддръжката: А7-12."},
		{fmt.Errorf("append: %w", syscall.ENOSPC), "На диска няма достатъчно място и записът е отказан. Потвърденото досега е запазено; освободете място и опитайте пак. Код за поддръжката: А7-12."},
		{context.Canceled, "Действието е прекъснато. Потвърденото досега е запазено. Код за поддръжката: А7-12."},
		{&calendar.ContradictionError{Date: calendar.First, Conflict: calendar.DeclaredTwice}, "Денят 01.01.2010 вече е обявен веднъж. Махнете единия запис. Код за поддръжката: А7-12."},
		{fmt.Errorf("wrapped: %w", domain.Refuse("sign", domain.HasRecused)), "Направихте си отвод от тази преписка. Предайте я на друг."},
	} {
		if got := bg.Fault(c.err, "А7-12"); got != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.err, got, c.want)
		}
	}
	if got := bg.Fault(raw, ""); strings.Contains(got, "Код") {
		t.Errorf("without an incident: %s", got)
	}
	for _, err := range []error{calendar.ErrDate, calendar.ErrTerm, calendar.ErrRange, fs.ErrExist, fs.ErrPermission, context.DeadlineExceeded} {
		if got := bg.Fault(err, ""); strings.ContainsAny(got, "[{") || got == bg.Fault(raw, "") {
			t.Errorf("%v: %s", err, got)
		}
	}
}
