-- Enterprises by whose capital they are and in which form, as form 5 divides them. A unit entered before stays where it was entered.
update organisation.sector set rank = rank * 10;
insert into organisation.sector (sector_code, name, name_en, rank, state_owned, source) values
('dn-nha-nuoc-100', 'Doanh nghiệp 100% vốn nhà nước', 'Enterprise wholly owned by the state', 101, true, 'Biểu 5-BTCTW'),
('dn-nha-nuoc-tu-50', 'Doanh nghiệp có vốn nhà nước từ 50% trở lên', 'Enterprise with at least half state capital', 102, true, 'Biểu 5-BTCTW'),
('dn-nha-nuoc-duoi-50', 'Doanh nghiệp có vốn nhà nước dưới 50%', 'Enterprise with less than half state capital', 103, false, 'Biểu 5-BTCTW'),
('dn-tnhh', 'Công ty trách nhiệm hữu hạn', 'Limited liability company', 121, false, 'Biểu 5-BTCTW'),
('dn-hop-danh', 'Công ty hợp danh', 'Partnership', 122, false, 'Biểu 5-BTCTW'),
('dn-100-von-nuoc-ngoai', 'Doanh nghiệp 100% vốn nước ngoài', 'Enterprise wholly foreign-owned', 131, false, 'Biểu 5-BTCTW');
