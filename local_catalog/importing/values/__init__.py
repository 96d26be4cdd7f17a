"""From a retailer's values to those of a catalog: prices, numbers under barcodes, sizes, texts, lists."""
