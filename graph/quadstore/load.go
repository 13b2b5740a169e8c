package quadstore

// loadSuffix ends the names of tables that are not yet part of the store.
const loadSuffix = ".load"
