"""From what stands in a retailer's data to what a catalog holds: prices, numbers under barcodes, sizes, texts, lists."""
