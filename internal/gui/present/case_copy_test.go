package present_test

import (
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestACopyOfAnyDocumentIsSavedAndNoted(t *testing.T) {
	d := newDesk(domain.Signal)
	must[domain.DocumentAdded](t, d)(d.Acting().Attach(d.c, domain.DocumentAdded{Document: domain.DocumentID{1}, Name: "подпис.exe"}))
	c, r := d.screen(t)
	x, ok := c.CopyFile(domain.DocumentID{1})
	if !ok || x.Name != "подпис.exe" {
		t.Fatalf("proposed %q, %t", x.Name, ok)
	}
	c.SaveCopy(x, "/home/ана/подпис.exe")
	if d.files["/home/ана/подпис.exe"] != "scan" || d.looks[len(d.looks)-1] != office.Copied {
		t.Errorf("files %v, looks %v", d.files, d.looks)
	}
	if len(r.toasts) != 1 || !strings.Contains(r.toasts[0].Words, "„подпис.exe“") {
		t.Errorf("told %+v", r.toasts)
	}
	if _, ok := c.CopyLetter(domain.LetterID{9}); ok {
		t.Error("a letter that is not there can be saved")
	}
}

func TestTheNameOfACopyFitsEverySystem(t *testing.T) {
	for name, want := range map[string]string{
		"снимка.jpg":                      "снимка.jpg",
		"../../etc/passwd":                "-..-etc-passwd",
		`C:\сметка?.pdf`:                  "C--сметка-.pdf",
		"\u202efdp.exe":                   "fdp.exe",
		"ред\r\nдве.txt":                  "реддве.txt",
		"\u0020.\u0020":                   "документ. ",
		strings.Repeat("я", 400) + ".pdf": strings.Repeat("я", 120) + ".pdf",
		"😀.png":                           "😀.png",
	} {
		d := newDesk(domain.Signal)
		must[domain.DocumentAdded](t, d)(domain.DocumentAdded{Document: domain.DocumentID{1}, Name: name}, nil)
		c, _ := d.screen(t)
		x, _ := c.CopyFile(domain.DocumentID{1})
		if strings.TrimRight(x.Name, " .") != strings.TrimRight(want, " .") {
			t.Errorf("%q is proposed as %q, want %q", name, x.Name, want)
		}
	}
}
