package graph

// Frozen returns the store as it was after the last write: to read it no write is waited for, and none changes it. It is
// given back by Thaw.
func (s *Store) Frozen() (*Store, error) {
	if s.of != nil {
		return s.of.Frozen()
	}
	v, err := s.db.View()
	if err != nil {
		return nil, broken(err)
	}
	return &Store{Settings: s.Settings, codec: s.codec, dir: s.dir, db: s.db, view: v, of: s}, nil
}

// Thaw ends the use of what Frozen returned.
func (s *Store) Thaw() error { return s.view.Close() }

// Shared reports whether other processes may write the store too; Watch does not tell of their writes.
func (s *Store) Shared() bool {
	if s.of != nil {
		return s.of.Shared()
	}
	return s.mu.shared != nil
}
