-- A look-back is a search: who asked and why stands in the ledger.
DROP TABLE look_backs;
