package read

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode returns the text of one article: UTF-8, or UTF-16 with a byte order mark; line ends become "\n".
func (s *source) decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		data = fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		data = fromUTF16(data[2:], binary.BigEndian)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", s.errorf(0, "", "the file is empty")
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", s.errorf(0, readable, "a binary file, not text: byte 0 at offset %d", i)
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			if binaryLike(data) {
				return "", s.errorf(0, readable, "a binary file, not text")
			}
			return "", s.errorf(1+bytes.Count(data[:i], []byte("\n")),
				"convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8",
				"not UTF-8: byte 0x%02X at offset %d", data[i], i)
		}
		i += n
	}
	t := strings.ReplaceAll(string(data), "\r\n", "\n")
	return strings.ReplaceAll(t, "\r", "\n"), nil
}

// binaryLike tells compressed data or a picture from text in another character set: control characters are common.
func binaryLike(data []byte) bool {
	data = data[:min(len(data), 1024)]
	n := 0
	for _, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			n++
		}
	}
	return n*50 > len(data)
}

func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}
