"""Who a report speaks of: mentions gathered into actors."""
