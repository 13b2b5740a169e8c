package graph

import (
	"encoding/json"
	"errors"
	"fmt"

	"kg/graph/postgres"
	"kg/graph/quadstore"
)

// Shown is the name of a store as it may be shown: a URL without its password.
func Shown(name string) string { return postgres.Redact(name) }

var errNoSession = errors.New("nobody has the right to write")

// openShared opens the store in a database.
func openShared(url string, readOnly bool) (*Store, error) {
	name := Shown(url)
	db, err := postgres.Open(url)
	switch {
	case errors.Is(err, postgres.ErrNoStore):
		return nil, fmt.Errorf("%s: %w; kg ingest makes one", name, ErrNoStore)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	s, m, err := unmark(name, []byte(db.Settings()))
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	t := &tables{Store: db, readOnly: readOnly}
	s.dir, s.db, s.mu.store, s.mu.shared = name, t, s, t
	s.mu.RLock()
	err = s.readVocabulary(m.Schema)
	s.mu.RUnlock()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", name, err), s.Close())
	}
	return s, nil
}

// createShared makes a store in a database, which must have none, or one of the same settings that another process made
// meanwhile.
func createShared(url string, set Settings) (*Store, error) {
	s, err := Memory(set)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(s.copyTo(url), s.Close()); err != nil && !errors.Is(err, postgres.ErrExists) {
		return nil, err
	}
	made, err := openShared(url, false)
	if err == nil && made.Settings != s.Settings {
		return nil, errors.Join(fmt.Errorf("%s: made meanwhile by another kg with other settings (--base, --assert, --schema)", made.dir), made.Close())
	}
	return made, err
}

// copyTo makes a store in a database of what this one, which no other process has, holds.
func (s *Store) copyTo(url string) error {
	data, err := json.Marshal(s.mark())
	if err != nil {
		return err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := postgres.Create(url, string(data), s.view.(*quadstore.View)); err != nil {
		return fmt.Errorf("%s: %w", Shown(url), err)
	}
	return nil
}
