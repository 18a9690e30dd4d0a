//go:build cgo

package main

import (
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"

	"harta/internal/gui"
)

var _ gui.Picker = picker{}

// picker asks for files in the dialogs of the system, which know its network drives and its language.
type picker struct{}

func newPicker() gui.Picker { return picker{} }

var (
	comdlg = windows.NewLazySystemDLL("comdlg32.dll")
	shell  = windows.NewLazySystemDLL("shell32.dll")
	ole    = windows.NewLazySystemDLL("ole32.dll")

	getOpenFileName = comdlg.NewProc("GetOpenFileNameW")
	getSaveFileName = comdlg.NewProc("GetSaveFileNameW")
	browseForFolder = shell.NewProc("SHBrowseForFolderW")
	pathFromIDList  = shell.NewProc("SHGetPathFromIDListW")
	freeTaskMemory  = ole.NewProc("CoTaskMemFree")
)

// openFileName is OPENFILENAMEW of commdlg.h.
type openFileName struct {
	size          uint32
	owner         uintptr
	instance      uintptr
	filter        *uint16
	customFilter  *uint16
	maxCustom     uint32
	filterIndex   uint32
	file          *uint16
	maxFile       uint32
	fileTitle     *uint16
	maxFileTitle  uint32
	initialDir    *uint16
	title         *uint16
	flags         uint32
	fileOffset    uint16
	fileExtension uint16
	defExt        *uint16
	custData      uintptr
	hook          uintptr
	templateName  *uint16
	reservedPtr   uintptr
	reserved      uint32
	flagsEx       uint32
}

const (
	ofnOverwritePrompt = 0x2
	ofnNoChangeDir     = 0x8
	ofnPathMustExist   = 0x800
	ofnFileMustExist   = 0x1000
	ofnExplorer        = 0x80000

	maxPath = 32_768
)

// Save implements gui.Picker.
func (picker) Save(proposed string, chosen func(path string)) {
	extension := proposed[strings.LastIndexByte(proposed, '.')+1:]
	ask(getSaveFileName, wanted{proposed, []string{"." + extension}, ofnOverwritePrompt}, chosen)
}

// Open implements gui.Picker.
func (picker) Open(extensions []string, chosen func(path string)) {
	ask(getOpenFileName, wanted{extensions: extensions, flags: ofnFileMustExist}, chosen)
}

// wanted is what a dialog begins with.
type wanted struct {
	proposed   string
	extensions []string
	flags      uint32
}

func ask(dialog *windows.LazyProc, q wanted, chosen func(path string)) {
	path := make([]uint16, maxPath)
	if name, err := windows.UTF16FromString(q.proposed); err == nil {
		copy(path, name)
	}
	o := openFileName{file: &path[0], maxFile: maxPath, flags: q.flags | ofnNoChangeDir | ofnPathMustExist | ofnExplorer}
	o.size = uint32(unsafe.Sizeof(o))
	filter := fileFilter(q.extensions)
	if len(filter) > 0 {
		o.filter, o.filterIndex = &filter[0], 1
		if ext, err := windows.UTF16PtrFromString(strings.TrimPrefix(q.extensions[0], ".")); err == nil {
			o.defExt = ext
		}
	}
	if ok, _, _ := dialog.Call(uintptr(unsafe.Pointer(&o))); ok != 0 {
		chosen(windows.UTF16ToString(path))
	}
}

// fileFilter writes the extensions as the dialog wants them: pairs of name and pattern, each ended by a zero.
func fileFilter(extensions []string) []uint16 {
	if len(extensions) == 0 {
		return nil
	}
	pattern := "*" + strings.Join(extensions, ";*")
	var filter []uint16
	for _, text := range []string{pattern, pattern, "*.*", "*.*"} {
		part, err := windows.UTF16FromString(text)
		if err != nil {
			return nil
		}
		filter = append(filter, part...)
	}
	return append(filter, 0)
}

// browseInfo is BROWSEINFOW of shlobj_core.h.
type browseInfo struct {
	owner       uintptr
	root        uintptr
	displayName *uint16
	title       *uint16
	flags       uint32
	callback    uintptr
	param       uintptr
	image       int32
}

const (
	bifOnlyFolders = 0x1
	bifNewStyle    = 0x40
)

// Folder implements gui.Picker.
func (picker) Folder(chosen func(path string)) {
	name := make([]uint16, windows.MAX_PATH)
	info := browseInfo{displayName: &name[0], flags: bifOnlyFolders | bifNewStyle}
	list, _, _ := browseForFolder.Call(uintptr(unsafe.Pointer(&info)))
	if list == 0 {
		return
	}
	path := make([]uint16, maxPath)
	ok, _, _ := pathFromIDList.Call(list, uintptr(unsafe.Pointer(&path[0])))
	_, _, _ = freeTaskMemory.Call(list)
	if ok != 0 {
		chosen(windows.UTF16ToString(path))
	}
}
