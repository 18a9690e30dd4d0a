package present

import "strings"

// mostFile is the largest document that is kept, in bytes, as the journal's neighbour allows it.
const mostFile = 50 << 20

// mediaTypes are the kinds of documents that the program tells apart by their names. The system is not asked: what a
// document is may not depend on the computer at which it was added.
var mediaTypes = map[string]string{
	"pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "tif": "image/tiff",
	"tiff": "image/tiff", "txt": "text/plain", "doc": "application/msword", "rtf": "application/rtf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"odt":  "application/vnd.oasis.opendocument.text", "eml": "message/rfc822",
}

func mediaType(name string) string {
	i := strings.LastIndexByte(name, '.')
	if t, ok := mediaTypes[strings.ToLower(name[i+1:])]; ok && i >= 0 {
		return t
	}
	return "application/octet-stream"
}

// fileName gives the last part of a path of either system.
func fileName(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		return path[i+1:]
	}
	return path
}
