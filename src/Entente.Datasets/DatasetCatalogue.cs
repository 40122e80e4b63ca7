using Entente.Record;

namespace Entente.Datasets;

/// <summary>The datasets that can be imported. Ids are permanent; an id <c>x-y</c> continues the indicator whose dataset is <c>x</c>.</summary>
public static class DatasetCatalogue
{
    private const string NotStated = "No separate licence for the data is stated; the authors ask to be cited.";

    /// <summary>All of them, in order of print.</summary>
    public static IReadOnlyList<DatasetDefinition> All { get; } =
    [
        Define("unga-votes", "United Nations General Assembly votes by state", "Voeten et al. 2024, to 4 June 2024", 1946, 2024,
            "CC0 as the package of the source data states", true,
            "Erik Voeten, Anton Strezhnev and Michael Bailey, United Nations General Assembly Voting Data, Harvard Dataverse, doi:10.7910/DVN/LEJUQZ.",
            "unga_votes_cow_1946_2024.csv", "resid,year,ccode,vote", "resid,year,ccode,vote"),
        Define("unga-rcid", "United Nations General Assembly votes by country, numbered by rcid", "unvotes 0.2.0.9000, sessions 1-74", 1946, 2020, Unvotes, true, UnvotesCitation,
            "unga_votes_1946_2020.csv", "rcid,country,country_code,ccode,vote", "rcid,ccode"),
        Define("unga-roll-calls", "Roll calls of the General Assembly, with descriptions", "unvotes 0.2.0.9000", 1946, 2020, Unvotes, true, UnvotesCitation,
            "unga_roll_calls_1946_2020.csv", "rcid,session,importantvote,date,short,descr", "rcid,session"),
        Define("unga-issues", "Issue tags of roll calls of the General Assembly", "unvotes 0.2.0.9000", 1946, 2020, Unvotes, true, UnvotesCitation,
            "unga_roll_call_issues_1946_2020.csv", "rcid,short_name,issue", "rcid"),
        Define("unga-crosswalk", "Roll calls of the General Assembly by resid and rcid", "Voeten et al. 2024 and unvotes 0.2.0.9000", 1946, 2024, Unvotes, true, UnvotesCitation,
            "unga_roll_calls_cow_1946_2024.csv", "resid,session,date,year,rcid", "resid,session,year"),
        Define("atop", "Alliance Treaty Obligations and Provisions, dyad-years", "5.1", 1815, 2018, NotStated, false, Atop,
            "atop_5_1_dyad_year.csv", "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul", "ccode1,ccode2,year"),
        Define("atop-members", "Alliance Treaty Obligations and Provisions, members and phases", "5.1", 1815, 2018, NotStated, false, Atop,
            "atop_5_1_members.csv", "atopid,member,phase,yrent,yrexit,defense,offense,neutral,nonagg,consul", "atopid,member,phase,yrent,yrexit"),
        Define("mid", "Militarized Interstate Disputes, directed dyad-years", "5.0", 1816, 2014, NotStated, false,
            "Glenn Palmer et al. (2022), The MID5 Dataset, 2011-2014, Conflict Management and Peace Science 39(4): 470-482.",
            "cow_mid_5_0_directed_dyad_year.csv", "dispnum,ccode1,ccode2,year,sidea1,sidea2,fatality1,fatality2,hostlev1,hostlev2", "dispnum,ccode1,ccode2,year,hostlev1,hostlev2"),
        Define("rivalries", "Strategic rivalries", "Thompson, Sakuwa and Suhas 2021", 1494, 2020, NotStated, false,
            "William R. Thompson, Kentaro Sakuwa and Prashant Hosur Suhas (2021), Analyzing Strategic Rivalries in World Politics, Springer.",
            "rivalries_thompson_sakuwa_suhas_2021.csv", "tssr_id,rivalry,ccode1,ccode2,start,end", "tssr_id,ccode1,ccode2,start,end"),
        Define("trade", "COW Dyadic Trade", "4.0", 1870, 2014, NotStated, false,
            "Katherine Barbieri and Omar M.G. Keshk (2016), Correlates of War Project Trade Data Set Codebook, Version 4.0.",
            "trade_cow_4_0_dyad_year.csv", "ccode1,ccode2,year,flow1,flow2", "ccode1,ccode2,year"),
        Define("trade-itpde", "International Trade and Production Database for Estimation, all industries summed", "ITPD-E release 1", 2000, 2016, NotStated, false,
            "Ingo Borchert, Mario Larch, Serge Shikher and Yoto Yotov (2020), ITPD-E; US International Trade Commission.",
            "trade_itpde_2000_2016.csv", "year,exporter_ccode,importer_ccode,value_2010usd_millions", "year"),
        Define("arms", "SIPRI arms transfers, deliveries per supplier, recipient and year", "register to 2024", 1950, 2024,
            "Copyright SIPRI; its terms limit the reproduction of large parts of the database.", false,
            "Stockholm International Peace Research Institute, SIPRI Arms Transfers Database.",
            "sipri_tiv_dyad_year_1950_2024.csv", "year,supplier_ccode,recipient_ccode,tiv", "year"),
        Define("exercises", "Multinational Military Exercises, participants", "7", 1980, 2010, NotStated, false,
            "Vito D'Orazio and Kevin Galambos (2021), Multinational Military Exercises, 1980-2010, Harvard Dataverse, doi:10.7910/DVN/KHFODX.",
            "joint_military_exercises_mme_7_participants.csv", "mmeid,ex_name,ccode,year", "year"),
        Define("visits-us", "Travels abroad of the President of the United States", "to January 2020", 1909, 2019, "United States government work", true,
            "US Department of State, Office of the Historian, Travels of the President.",
            "us_president_visits_1909_2020.csv", "year,dates,country,ccode,city", "year"),
        Define("visits-china", "Who Where When: international travel of Chinese leaders", "1.1", 1949, 2020, NotStated, false,
            "Richard Turcsanyi, Manuel Eckert, Matej Simalcik and Nikola Majsniarova (2021), CEIAS.",
            "china_leader_foreign_visits_1949_2020.csv", "year,leader,level,country,ccode", "year"),
        Define("visits-us-state", "Travels abroad of the Secretary of State of the United States", "to November 2020", 1866, 2019, "United States government work", true,
            "US Department of State, Office of the Historian, Travels of the Secretary of State.",
            "us_secretary_of_state_visits_1866_2020.csv", "year,dates,country,ccode,city", "year"),
        Define("troops", "US troop deployments by country and year", "troopdata 1.0.4", 1950, 2024, NotStated, false,
            "Michael A. Allen, Michael E. Flynn and Carla Martinez Machain (2022), Conflict Management and Peace Science 39(3), doi:10.1177/07388942211030885.",
            "us_troop_deployments_1950_2024.csv", "year,ccode,troops_ad", "year"),
        Define("conflicts", "UCDP/PRIO Armed Conflict Dataset, reshaped", "25.1", 1946, 2024, NotStated, false,
            "Nils Petter Gleditsch et al. (2002), Journal of Peace Research 39(5): 615-637; Shawn Davies et al. (2025), Journal of Peace Research 62(4): 1223-1240.",
            "ucdp_armed_conflict.csv", "conflict_id,year,gwno_a,gwno_b,gwno_a_2nd,gwno_b_2nd,intensity_level,type_of_conflict", "conflict_id,year,intensity_level"),
        Define("state-codes", "Crosswalk of Correlates of War and Gleditsch-Ward codes", "June 2026", 1816, 2025, NotStated, false,
            "Steven V. Miller, isard.",
            "cow_gw_state_year_codes.csv", "year,gwcode,ccode", "year"),
        Define("nuclear-cooperation", "Nuclear Cooperation Agreements", "2012", 1951, 2003, NotStated, false,
            "Matthew Fuhrmann (2012), Atomic Assistance, Cornell University Press.",
            "nuclear_cooperation_agreements_1951_2003.csv", "ccode1,ccode2,year", "ccode1,ccode2,year"),
        Define("igo", "COW Intergovernmental Organizations, shared full memberships", "3.0", 1816, 2014, NotStated, false, Igo,
            "cow_igo_3_shared_memberships_dyad_year.csv", "ccode1,ccode2,year,dyadigos", "ccode1,ccode2,year,dyadigos"),
        Define("igo-spells", "COW Intergovernmental Organizations, membership spells", "3.0", 1816, 2014, NotStated, false, Igo,
            "cow_igo_3_membership_spells.csv", "ioname,orgname,ionum,ccode,status,start_year,end_year", "ccode,status,start_year,end_year"),
        Define("regimes", "Regime scores of states (V-Dem electoral democracy)", "V-Dem v16", 1816, 2025, "The underlying data keep their own terms.", false,
            "Coppedge et al. (2025), V-Dem; Marquez (2016); Pemstein, Meserve and Melton (2010); Marshall (2020).",
            "regime_scores_state_year.csv", "ccode,year,polity2,v2x_polyarchy", "ccode,year"),
        Define("desta", "Design of Trade Agreements, treaty dyads", "2.1", 1948, 2021, "CC0 as the package states", true,
            "Andreas Dur, Leonardo Baccini and Manfred Elsig (2014), Review of International Organizations 9(3): 353-375.",
            "desta_2_1_trade_agreements_dyads.csv", "number,base_treaty,name,entry_type,year,entryforceyear,ccode1,ccode2", "base_treaty,year"),
        Define("sanctions", "Global Sanctions Data Base, cases", "4", 1949, 2023, "Handed out on request; none stated with the file.", false,
            "Gabriel Felbermayr et al. (2020), European Economic Review 129; Yalcin et al. (2025), The Global Sanctions Data Base - Release 4.",
            "sanctions_gsdb_4.csv", "case_id,sanctioned_state,sanctioning_state,begin,end,sanctioned_ccode,sanctioning_ccode", "case_id,begin,end"),
        Define("states", "COW State System Membership", "2016", 1816, 2016, NotStated, false,
            "Correlates of War Project (2017), State System Membership List, v2016.",
            "cow_states_2016.csv", "ccode,statenme,styear,endyear", "ccode,styear,endyear"),
        Define("leaders", "Archigos leaders", "4.1", 1869, 2015, NotStated, false,
            "Henk E. Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza (2009), Journal of Peace Research 46(2): 269-283.",
            "leaders_archigos_4_1.csv", "obsid,gwcode,leader,startdate,enddate", "gwcode"),
        Define("leaders-reign", "REIGN leaders", "March 2021", 1950, 2021, NotStated, false,
            "Curtis Bell, Clayton Besaw and Matthew Frank (2021), REIGN, One Earth Future.",
            "leaders_reign_2021_3.csv", "ccode,leader,start_year,end_year", "ccode,start_year"),
        Define("regime-spells", "Autocratic regimes, carried on by REIGN", "2021", 1789, 2020, NotStated, false,
            "Barbara Geddes, Joseph Wright and Erica Frantz (2014), Perspectives on Politics 12(2): 313-331; REIGN, One Earth Future.",
            "regimes_reign_2021.csv", "cowcode,gwf_startdate,gwf_enddate,gwf_regimetype", "cowcode"),
        Define("capabilities", "COW National Material Capabilities", "7.0", 1816, 2022, NotStated, false,
            "J. David Singer, Stuart Bremer and John Stuckey (1972), in Bruce Russett (ed.), Peace, War, and Numbers, Sage; Singer (1987), International Interactions 14: 115-132.",
            "cow_national_material_capabilities.csv", "ccode,year,cinc", "ccode,year"),
        Define("contiguity", "COW Direct Contiguity", "3.2", 1816, 2016, NotStated, false,
            "Douglas M. Stinnett, Jaroslav Tir, Philip Schafer, Paul F. Diehl and Charles Gochman (2002), Conflict Management and Peace Science 19(2): 58-66.",
            "cow_direct_contiguity_3_2.csv", "ccode1,ccode2,conttype,stdate,enddate", "ccode1,ccode2,conttype"),
        Define("distance", "Minimum distance between states", "CShapes 2.0", 1886, 2019, NotStated, false,
            "Guy Schvitz, Luc Girardin, Seraina Ruegger, Nils B. Weidmann, Lars-Erik Cederman and Kristian Skrede Gleditsch (2022), Journal of Conflict Resolution 66(1): 144-161.",
            "cow_minimum_distance.csv", "ccode1,ccode2,year,mindist", "ccode1,ccode2,year"),
        Define("signals", "Signals of major-power support", "replication file", 1950, 2012, NotStated, false,
            "Roseanne W. McManus and Mark David Nieman (2019), Journal of Peace Research 56(3): 364-378.",
            "major_power_signals_mcmanus_nieman_1950_2012.csv", "ccode,country,year,uk_vis,fra_vis,rus_vis", "ccode,year"),
    ];

    private const string Unvotes = "CC0 as the package of the source data states";

    private const string UnvotesCitation = "Erik Voeten, Anton Strezhnev and Michael Bailey, United Nations General Assembly Voting Data, Harvard Dataverse, doi:10.7910/DVN/LEJUQZ; packaged by David Robinson and Nicholas Goguen-Compagnoni (2021).";

    private const string Atop = "Brett Ashley Leeds, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long (2002), Alliance Treaty Obligations and Provisions, 1815-1944, International Interactions 28: 237-260.";

    private const string Igo = "Jon C.W. Pevehouse, Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison (2020), Tracking Organizations in the World, Journal of Peace Research 57(3): 492-503.";

    /// <summary>The definition of an id, or null.</summary>
    public static DatasetDefinition? Find(string id) => All.FirstOrDefault(d => string.Equals(d.About.Id, id, StringComparison.Ordinal));

    private static DatasetDefinition Define(string id, string name, string version, int first, int last, string licence, bool redistributable,
        string citation, string file, string columns, string whole) =>
        new(new DatasetInfo(id, name, version, first, last, 0, licence, redistributable, citation, null), file, columns.Split(','), whole.Split(','));
}
