package desk_test

import (
	"os"
	"strings"
	"testing"

	"harta/internal/desk"
)

func TestFyneAppSaysWhatTheProgramIs(t *testing.T) {
	data, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`Version = "` + desk.Version + `"`, `ID = "` + desk.AppID + `"`} {
		if !strings.Contains(string(data), "\n"+line+"\n") {
			t.Errorf("FyneApp.toml lacks the line %s", line)
		}
	}
}
