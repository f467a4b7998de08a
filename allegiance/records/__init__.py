"""The frozen types that flow through the house; standard library only."""
