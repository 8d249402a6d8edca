-- Questions over the tables of `gouji export` (cells-2025.parquet, findings-2025.parquet, reports-2025.parquet and so on), for DuckDB.
-- Run it in the directory where these lie: duckdb < questions.sql

-- One number a report: what was received, handled, carried over and disputed.
create or replace view numbers as
select year, region, agency,
       max(value) filter (cell = 'requests/new/total')::bigint as received,
       max(value) filter (cell = 'requests/handled/total')::bigint as handled,
       max(value) filter (cell = 'requests/carried_out/total')::bigint as carried_out,
       max(value) filter (cell = 'disputes/reconsideration/total')::bigint as reconsidered
from 'cells-*.parquet' group by all;

-- Where most is wrong: regions by errors a report.
select year, region, count(*) as reports, sum(errors) as errors, round(sum(errors) / count(*), 2) as each
from 'reports-*.parquet' group by year, region having errors > 0 order by each desc, year, region limit 5;

-- What is wrong most often.
select rule, count(*) as findings, count(distinct agency) as agencies
from 'findings-*.parquet' group by rule order by findings desc, rule limit 5;

-- Growth: requests of a region against the year before.
with years as (select year, region, sum(received) as received from numbers group by all)
select now.year, now.region, before.received as before, now.received as now,
       round(100 * (now.received / before.received - 1), 1) as percent
from years now join years before on now.region = before.region and now.year = before.year + 1
where before.received > 0 order by abs(percent) desc, now.region, now.year limit 5;

-- Outliers: agencies that received far more than the others of their year, by the logarithm.
with scored as (
  select year, region, agency, received,
         (ln(1 + received) - avg(ln(1 + received)) over (partition by year))
           / nullif(stddev_pop(ln(1 + received)) over (partition by year), 0) as score
  from numbers where received is not null)
select year, agency, received, round(score, 1) as score from scored where score > 2 order by score desc, agency limit 5;

-- Who copies whom: what the rules about similar texts and equal tables have found, as it is said.
select year, agency, rule, problem from 'findings-*.parquet' where rule like 'SIM-%' order by year, agency, rule limit 5;
