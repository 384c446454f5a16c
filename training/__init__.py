"""Building the weights that ship with the package, from data whose licences let them ship."""
