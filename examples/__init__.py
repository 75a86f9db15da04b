"""Real results of the fiscal years 2553 to 2568 as workbooks, and the tables that they are made from."""
