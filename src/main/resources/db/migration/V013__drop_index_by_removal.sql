-- Every row of every link stood in it, nearly all without a time, and each load paid for that. What it served is a look through the
-- table every few hours.
DROP INDEX link_item_by_removal;
