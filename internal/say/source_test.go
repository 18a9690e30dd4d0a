package say_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"harta/internal/domain"
)

const module = "../.."

// sources parses the Go files below a folder of the module, without tests.
func sources(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(filepath.Join(module, dir), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		files[path] = file
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// literal returns the text of a string literal.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// constant is a named string of the vocabulary, with what its comment says.
type constant struct{ name, value, comment string }

// constants returns the string constants of a package by their type.
func constants(t *testing.T, dir string) map[string][]constant {
	t.Helper()
	all := map[string][]constant{}
	for _, file := range sources(t, dir) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, named := spec.Type.(*ast.Ident)
			value, text := literal(spec.Values[0])
			if named && text {
				all[kind.Name] = append(all[kind.Name], constant{spec.Names[0].Name, value, strings.TrimSpace(spec.Comment.Text())})
			}
			return true
		})
	}
	return all
}

// receiver returns the name of a called method or function, and what it is called on.
func receiver(call *ast.CallExpr) (name string, on ast.Expr) {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name, nil
	case *ast.SelectorExpr:
		return fun.Sel.Name, fun.X
	default:
		return "", nil
	}
}

func TestEveryWordOfTheVocabularyIsKnown(t *testing.T) {
	families := map[string]string{
		"Kind": "kind", "Channel": "channel", "SenderType": "sender", "Outcome": "outcome", "Role": "role", "State": "state",
		"LetterState": "letter_state", "Ground": "ground", "Clock": "clock", "LinkKind": "link", "NoteKind": "note",
		"Field": "field", "TemplateID": "template", "HolidayID": "holiday", "Reason": "refusal",
	}
	vocabulary := constants(t, "internal/domain")
	maps.Copy(vocabulary, constants(t, "internal/calendar"))
	bg := words(t, "bg")
	for kind, family := range families {
		if len(vocabulary[kind]) == 0 {
			t.Errorf("no constants of %s found", kind)
		}
		known := map[string]bool{}
		for _, c := range vocabulary[kind] {
			known[family+"."+c.value] = true
			if _, ok := bg[family+"."+c.value]; c.value != "" && !ok {
				t.Errorf("%s = %q has no text under %s", c.name, c.value, family)
			}
		}
		for key := range bg {
			open := family == "field" || family == "template" // forms and letters name more than the domain
			if strings.HasPrefix(key, family+".") && !known[key] && !open {
				t.Errorf("%s is a word for nothing", key)
			}
		}
	}
}

func TestEveryKeyInCodeHasAText(t *testing.T) {
	bg := words(t, "bg")
	for _, dir := range []string{"internal", "cmd"} {
		if matches, err := filepath.Glob(filepath.Join(module, dir)); err != nil || len(matches) == 0 {
			continue
		}
		for path, file := range sources(t, dir) {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) == 0 {
					return true
				}
				name, _ := receiver(call)
				key, static := literal(call.Args[0])
				if _, known := bg[key]; name == "T" && static && !known {
					t.Errorf("%s: %s has no text", path, key)
				}
				return true
			})
		}
	}
}

func TestEverySourceOfARuleHasItsWords(t *testing.T) {
	sources := map[string]bool{domain.RecipientsSource: true}
	for _, r := range domain.DefaultRules() {
		sources[r.Source], sources[r.MaxFrom] = true, true
	}
	for _, r := range domain.GroundRules() {
		sources[r.Source] = true
	}
	delete(sources, "")
	bg := words(t, "bg")
	for key := range sources {
		if _, ok := bg[key]; !ok {
			t.Errorf("the source %s has no text", key)
		}
	}
	for key := range bg {
		theme, _, _ := strings.Cut(key, ".")
		if slices.Contains([]string{"law", "charter", "standard", "practice"}, theme) && !sources[key] {
			t.Errorf("%s is the source of no rule", key)
		}
	}
}

// TestOwnKeysAreUsed covers the themes that only this package speaks from.
func TestOwnKeysAreUsed(t *testing.T) {
	used := map[string]bool{}
	for _, file := range sources(t, "internal/say") {
		ast.Inspect(file, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if text, ok := literal(e); ok {
					used[text] = true
				}
			}
			return true
		})
	}
	for key := range words(t, "bg") {
		theme, _, _ := strings.Cut(key, ".")
		if !slices.Contains([]string{"common", "date", "number", "day", "step"}, theme) || used[key] {
			continue
		}
		family, _, _ := strings.Cut(key, ".source")
		if family = key[:strings.LastIndexByte(family, '.')+1]; !used[family] && !used[strings.TrimSuffix(key, ".source")] {
			t.Errorf("%s is never said", key)
		}
	}
}
