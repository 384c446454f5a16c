"""The page's rooms: a view of the ledger, its drawings, and the templates that set them."""
