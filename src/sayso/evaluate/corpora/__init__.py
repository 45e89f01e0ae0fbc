"""Gold corpora, a loader each: files to frozen values, nothing scored here."""
