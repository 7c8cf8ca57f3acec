-- Enterprises by whose capital they are and in which form, as form 5 divides them: each beside its kind, with the same rank. A unit entered before stays
-- where it was entered.
insert into organisation.sector (sector_code, name, name_en, rank, state_owned, source) values
('dn-nha-nuoc-100', 'Doanh nghiệp 100% vốn nhà nước', 'Enterprise wholly owned by the state', 10, true, 'Biểu 5-BTCTW'),
('dn-nha-nuoc-tu-50', 'Doanh nghiệp có vốn nhà nước từ 50% trở lên', 'Enterprise with at least half state capital', 10, true, 'Biểu 5-BTCTW'),
('dn-nha-nuoc-duoi-50', 'Doanh nghiệp có vốn nhà nước dưới 50%', 'Enterprise with less than half state capital', 10, false, 'Biểu 5-BTCTW'),
('dn-tnhh', 'Công ty trách nhiệm hữu hạn', 'Limited liability company', 12, false, 'Biểu 5-BTCTW'),
('dn-hop-danh', 'Công ty hợp danh', 'Partnership', 12, false, 'Biểu 5-BTCTW'),
('dn-100-von-nuoc-ngoai', 'Doanh nghiệp 100% vốn nước ngoài', 'Enterprise wholly foreign-owned', 13, false, 'Biểu 5-BTCTW');
