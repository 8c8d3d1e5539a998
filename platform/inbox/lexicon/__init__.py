"""What people say, as tables: a concept and its words. "_" stands for a space, "*" at the end for any ending of an English word."""
