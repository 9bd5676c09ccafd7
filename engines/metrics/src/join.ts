export type JoinId = 'products' | 'skuCosts' | 'firstPurchases' | 'firstItemSales' | 'firstCategorySales'

/** A line's category: its own, else that of its listing. */
export const LINE_CATEGORY = "if(f.category != '', f.category, products.category)"

/** The paid sales lines of a shop: the base of everything that counts buyers and payments. */
const PAID_SALES = "store = {store:String} AND kind = 'sale' AND paid_day IS NOT NULL"

/**
 * What a row can be looked up in, by join id; each is at most one row a key, so no join multiplies rows. GLOBAL lets the
 * same text run over shards.
 */
export const JOINS: Readonly<Record<JoinId, string>> = {
  // The listing's own row names category and brand; its cost stands for an SKU without one, when all its SKUs cost the same.
  products: `GLOBAL ANY LEFT JOIN (
  SELECT
    item_id,
    argMaxIf(title, sku_id = '', title != '') AS title,
    argMaxIf(category, sku_id = '', category != '') AS category,
    argMaxIf(brand, sku_id = '', brand != '') AS brand,
    coalesce(maxIf(cost_cents, sku_id = ''), if(min(cost_cents) = max(cost_cents), min(cost_cents), NULL)) AS cost_cents
  FROM items FINAL
  WHERE store = {store:String}
  GROUP BY item_id
) AS products ON products.item_id = f.item_id`,
  skuCosts: `GLOBAL ANY LEFT JOIN (
  SELECT
    item_id,
    sku_id,
    cost_cents
  FROM items FINAL
  WHERE store = {store:String} AND sku_id != ''
) AS sku_costs ON sku_costs.item_id = f.item_id AND sku_costs.sku_id = f.sku_id`,
  firstPurchases: `GLOBAL ANY LEFT JOIN (
  SELECT
    buyer,
    min(assumeNotNull(paid_day)) AS day
  FROM order_lines FINAL
  WHERE ${PAID_SALES} AND buyer != 0 AND ifNull(paid_cents, 1) > 0
  GROUP BY buyer
) AS first_purchases ON first_purchases.buyer = f.buyer`,
  firstItemSales: `GLOBAL ANY LEFT JOIN (
  SELECT
    item_id,
    min(assumeNotNull(paid_day)) AS day
  FROM order_lines FINAL
  WHERE ${PAID_SALES} AND item_id != ''
  GROUP BY item_id
) AS first_item_sales ON first_item_sales.item_id = f.item_id`,
  // Needs `products` before it: a line without category has that of its listing, here as there.
  firstCategorySales: `GLOBAL ANY LEFT JOIN (
  SELECT
    if(l.category != '', l.category, listings.category) AS name,
    min(assumeNotNull(l.paid_day)) AS day
  FROM order_lines AS l FINAL
  GLOBAL ANY LEFT JOIN (
    SELECT
      item_id,
      argMaxIf(category, sku_id = '', category != '') AS category
    FROM items FINAL
    WHERE store = {store:String}
    GROUP BY item_id
  ) AS listings ON listings.item_id = l.item_id
  WHERE l.store = {store:String} AND l.kind = 'sale' AND l.paid_day IS NOT NULL
  GROUP BY name
) AS first_category_sales ON first_category_sales.name = ${LINE_CATEGORY}`,
}
