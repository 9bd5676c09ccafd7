-- Lines of an order as they lie on one shard. `item` gives `quantity × units` units: one for goods, so many as are in a set for a
-- part of a bundle, none for the bundle itself, which is only counted under its limits.

local QUANTITY_MAX = 1000000

local function check_line(shard, line)
  if line.quantity < 1 or line.quantity > QUANTITY_MAX then return { code = 'quantity_invalid', line = line.n } end
  local terms = read_terms(shard, line.item)
  if line.alternative then
    -- Nobody asked for it by name: it is given where it is there.
    if terms and not terms.closed then return nil end
    return { code = 'gift_gone', line = line.n, soft = line.soft }
  end
  if not terms then return { code = 'item_unknown', line = line.n } end
  if terms.closed or (terms.closesAt ~= 0 and shard.now >= terms.closesAt) then
    return { code = 'item_closed', line = line.n }
  end
  if shard.now < terms.opensAt then return { code = 'not_open_yet', line = line.n } end
  if line.version == 0 or line.version == terms.version then return nil end
  local code = terms.kind == 'coupon' and 'coupon_changed' or 'price_changed'
  return { code = code, line = line.n, detail = terms.version }
end

-- The first line that may not be sold now, as far as terms go; nil: all may.
local function check_lines(shard, lines)
  for _, line in ipairs(lines) do
    local fault = not line.part and check_line(shard, line)
    if fault then return fault end
  end
  return nil
end

local function gone_code(shard, line)
  if line.gift then return 'gift_gone' end
  local terms = read_terms(shard, line.item)
  return terms and terms.kind == 'coupon' and 'coupon_used_up' or 'out_of_stock'
end

local function limit_field(class, key, group)
  return class .. key .. ':' .. group
end

local function count_more(shard, field, quantity)
  if quantity == 0 then return end
  local count = redis.call('HINCRBY', shard.limits, field, string.format('%.0f', quantity))
  if count <= 0 then redis.call('HDEL', shard.limits, field) end
end

local function exceeded(shard, field, quantity, limit)
  local have = tonumber(redis.call('HGET', shard.limits, field) or '0')
  if have + quantity <= limit then return nil end
  return math.max(0, limit - have)
end

-- Counts a line under the limits of its group: both or neither. Gives the fault, if any.
local function count_line(shard, line, who)
  local group = line.group
  local terms = read_terms(shard, group)
  local quantity = line.quantity - line.returned
  local by_buyer = terms.buyerLimit > 0
  local by_address = terms.addressLimit > 0 and who.address ~= ''
  local buyer, address = limit_field('b', who.buyer, group), limit_field('a', who.address, group)
  local left = by_buyer and exceeded(shard, buyer, quantity, terms.buyerLimit)
  if left then return { code = 'buyer_limit', detail = left } end
  left = by_address and exceeded(shard, address, quantity, terms.addressLimit)
  if left then return { code = 'address_limit', detail = left } end
  if by_buyer then count_more(shard, buyer, quantity) end
  if by_address then count_more(shard, address, quantity) end
  line.byBuyer, line.byAddress = by_buyer, by_address
  return nil
end

local function uncount(shard, line, who, quantity)
  if line.byBuyer then count_more(shard, limit_field('b', who.buyer, line.group), -quantity) end
  if line.byAddress then count_more(shard, limit_field('a', who.address, line.group), -quantity) end
end

local function take_line(shard, line, who, column)
  local quantity = line.quantity - line.returned
  if line.units > 0 then
    local free = units_of(shard, line.item, ':free')
    if free < quantity * line.units then
      return { code = gone_code(shard, line), detail = math.floor(free / line.units) }
    end
  end
  local fault = not line.part and count_line(shard, line, who)
  if fault then return fault end
  move_units(shard, line.item, quantity * line.units, ':free', column)
  return nil
end

local function give_line(shard, line, who, column)
  local quantity = line.quantity - line.returned
  move_units(shard, line.item, quantity * line.units, column, ':free')
  uncount(shard, line, who, quantity)
  line.byBuyer, line.byAddress = nil, nil
end

local function give_lines(shard, order, column)
  for _, line in ipairs(order.lines) do give_line(shard, line, order, column) end
end

local function move_lines(shard, order, from, to)
  for _, line in ipairs(order.lines) do
    move_units(shard, line.item, (line.quantity - line.returned) * line.units, from, to)
  end
end

-- All lines or none, as they stand; the fault of the first that cannot be had.
local function take_lines(shard, order, column)
  for i, line in ipairs(order.lines) do
    local fault = take_line(shard, line, order, column)
    if fault then
      for taken = 1, i - 1 do give_line(shard, order.lines[taken], order, column) end
      fault.line = line.n
      fault.soft = fault.code == 'gift_gone' and line.soft or nil
      return fault
    end
  end
  return nil
end
