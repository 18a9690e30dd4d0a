package present

import (
	"errors"
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// IntakeFile is a document to be attached.
type IntakeFile struct {
	Path, Name string
	Why        string // it could not be attached
}

// Files are the documents that will be attached.
func (n *Intake) Files() []IntakeFile {
	var all []IntakeFile
	for _, path := range n.Field(intakeFiles).Picked {
		all = append(all, IntakeFile{Path: path, Name: fileName(path)})
	}
	return all
}

// AddFiles takes documents that were dropped or chosen. They are read when the case is registered.
func (n *Intake) AddFiles(paths ...string) {
	x := n.Field(intakeFiles)
	if x.Hidden || n.left != nil {
		return
	}
	for _, path := range paths {
		if path != "" && !slices.Contains(x.Picked, path) {
			x.Picked = append(slices.Clip(x.Picked), path)
		}
	}
	n.Edit(x)
}

// DropFile takes a document away.
func (n *Intake) DropFile(path string) {
	n.toggle(intakeFiles, path, false)
	n.Edit(n.Field(intakeFiles))
}

// attach adds documents to a registered case and gives those that failed, with the reason. It runs off the screen's
// goroutine.
func (n *Intake) attach(id domain.CaseID, paths []string) []IntakeFile {
	var failed []IntakeFile
	for _, path := range paths {
		content, err := n.office.ReadFile(path, mostFile)
		if err == nil {
			e := domain.DocumentAdded{Name: fileName(path), Type: mediaType(path)}
			_, err = n.office.Attach(office.Command{}, id, e, content)
		}
		if err != nil {
			failed = append(failed, IntakeFile{path, fileName(path), n.Tell(err)})
		}
	}
	return failed
}

// papers reads all documents before anything is registered; one that cannot be read is said under the files.
func (n *Intake) papers(paths []string) ([]office.Paper, error) {
	var all []office.Paper
	for _, path := range paths {
		content, err := n.office.ReadFile(path, mostFile)
		if err != nil {
			return nil, onField(intakeFiles, err)
		}
		all = append(all, office.Paper{Name: fileName(path), Type: mediaType(path), Content: content})
	}
	return all, nil
}

// isLate tells whether a registration asks why it comes so late.
func isLate(err error) bool {
	r, is := errors.AsType[*domain.Refusal](err)
	return is && (r.Reason == domain.LateReasonMissing || r.Reason == domain.EarlierThanLast)
}
